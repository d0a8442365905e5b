using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Kernels;

internal sealed class Rings : IAttempt
{
    public string Vector => "set up io_uring";

    public string? Try(Targets targets) => $"descriptor {Kernel.Call("io_uring_setup", 4, Kernel.Zeros(128))}";
}
