using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Tracing;

internal sealed class DelayOthers : IAttempt
{
    public string Vector => "change another process's priority";

    public bool NeedsVictim => true;

    public string? Try(Targets targets)
    {
        Kernel.Call("setpriority", 0, targets.Victim, 19);
        return "changed";
    }
}
