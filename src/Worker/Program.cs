using System.Text.Json;
using PluginRoom.Protocol.Worker;
using PluginRoom.Worker;
using PluginRoom.Worker.Confinement;
using PluginRoom.Worker.Frames;
using PluginRoom.Worker.JavaScript;

// Started by the host inside the sandbox, with one argument.
var launch = JsonSerializer.Deserialize(args[0], WorkerJson.Default.WorkerLaunch)!;
// It maps more than the process may have once it is confined.
var engine = launch.Runtime == WorkerLaunch.JavaScript ? ScriptEngine.Create(launch.Confinement) : null;
if (launch.Confinement is { } confinement)
    Lockdown.Apply(confinement);
if (launch.Mode == WorkerLaunch.Probe)
    return LookAround.Run(launch);

var (input, output) = StandardStreams.Take();
var frames = new FrameOutput(output);
Console.SetOut(new ConsoleLines(frames));
Console.SetIn(TextReader.Null);
using var session = new PluginSession(new FrameInput(input), frames);
session.Run(launch.PluginDirectory, engine);
Libc.Exit(0);
return 0;
