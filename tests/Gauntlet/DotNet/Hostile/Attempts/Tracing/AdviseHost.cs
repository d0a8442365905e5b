using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Tracing;

internal sealed class AdviseHost : IAttempt
{
    public string Vector => "advise the kernel on the host's memory";

    public bool NeedsVictim => true;

    public string? Try(Targets targets) => Kernel.Call("process_madvise", (nint)Kernel.Call("pidfd_open", targets.Victim, 0), Kernel.Numbers(targets.Marker, 0), 1, 20, 0) >= 0 ? "advised" : null;
}
