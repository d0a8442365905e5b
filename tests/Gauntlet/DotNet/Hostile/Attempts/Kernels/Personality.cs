using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Kernels;

internal sealed class Personality : IAttempt
{
    public string Vector => "change its personality";

    public bool Alone => true;

    public string? Try(Targets targets) => Kernel.Call("personality", 0x0040000) >= 0 ? "changed" : null;
}
