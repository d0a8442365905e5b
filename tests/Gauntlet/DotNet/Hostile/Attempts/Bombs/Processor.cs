using System.Diagnostics;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Bombs;

internal sealed class Processor : IAttempt
{
    public string Vector => "use a whole processor core for 4 seconds";

    public bool Alone => true;

    public string? Try(Targets targets)
    {
        var clock = Stopwatch.StartNew();
        while (clock.ElapsedMilliseconds < 4000)
        {
        }

        var used = Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds;
        return used / clock.Elapsed.TotalSeconds > 0.4 ? $"{used:0.0} s" : null;
    }
}
