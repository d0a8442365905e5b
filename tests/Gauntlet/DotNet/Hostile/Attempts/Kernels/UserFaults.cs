using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Kernels;

internal sealed class UserFaults : IAttempt
{
    public string Vector => "handle page faults (userfaultfd)";

    public string? Try(Targets targets) => $"descriptor {Kernel.Call("userfaultfd", 1)}";
}
