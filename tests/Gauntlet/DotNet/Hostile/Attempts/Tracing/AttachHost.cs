using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Tracing;

internal sealed class AttachHost : IAttempt
{
    public string Vector => "attach to the host (ptrace)";

    public bool Alone => true;

    public string? Try(Targets targets)
    {
        Kernel.Call("ptrace", 0x4206, targets.Host, 0, 0);
        return "attached";
    }
}
