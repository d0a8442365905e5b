using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Tracing;

internal sealed class PinOthers : IAttempt
{
    public string Vector => "pin another process to a processor";

    public bool NeedsVictim => true;

    public string? Try(Targets targets)
    {
        Kernel.Call("sched_setaffinity", targets.Victim, 8, Kernel.Numbers(1));
        return "pinned";
    }
}
