using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Tracing;

internal sealed class LimitHost : IAttempt
{
    public string Vector => "change another process's limits";

    public bool NeedsVictim => true;

    public string? Try(Targets targets)
    {
        Kernel.Call("prlimit64", targets.Victim, 7, Kernel.Numbers(64, 64), 0);
        return "changed";
    }
}
