using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Kernels;

internal sealed class Bpf : IAttempt
{
    public string Vector => "load a map into the kernel (bpf)";

    public string? Try(Targets targets) => $"descriptor {Kernel.Call("bpf", 0, Kernel.Bytes([2, 0, 0, 0, 4, 0, 0, 0, 8, 0, 0, 0, 1, 0, 0, 0, .. new byte[104]]), 120)}";
}
