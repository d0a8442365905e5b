using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Kernels;

internal sealed class KernelLog : IAttempt
{
    public string Vector => "read the kernel's log";

    public string? Try(Targets targets) => $"{Kernel.Call("syslog", 10, 0, 0)} bytes";
}
