using System.Globalization;
using PluginRoom.Worker;
using PluginRoom.Worker.Frames;
using PluginRoom.Worker.Confinement;

// Started by the host inside the sandbox: `run <bytes of private memory>` or `probe <bytes>`.
Lockdown.Apply(ulong.Parse(args[1], CultureInfo.InvariantCulture));
if (args[0] == "probe")
    return LookAround.Run();

var (input, output) = StandardStreams.Take();
var frames = new FrameOutput(output);
Console.SetOut(new ConsoleLines(frames));
Console.SetIn(TextReader.Null);
using var session = new PluginSession(new FrameInput(input), frames);
session.Run("/plugin");
Libc.Exit(0);
return 0;
