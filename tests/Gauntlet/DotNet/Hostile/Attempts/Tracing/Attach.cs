using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Tracing;

internal sealed class Attach : IAttempt
{
    public string Vector => "attach to a process (ptrace)";

    public bool Alone => true;

    public bool NeedsVictim => true;

    public string? Try(Targets targets)
    {
        Kernel.Call("ptrace", 0x4206, targets.Victim, 0, 0);
        return "attached";
    }
}
