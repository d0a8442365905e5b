using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Kernels;

internal sealed class SearchKeys : IAttempt
{
    public string Vector => "search the kernel's keyrings";

    public string? Try(Targets targets) => $"key {Kernel.Call("keyctl", 0, -3, 1)}";
}
