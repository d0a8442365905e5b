using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Kernels;

internal sealed class Swap : IAttempt
{
    public string Vector => "swap to a file";

    public string? Try(Targets targets) => Kernel.Reaches("swapon", 14, 0, 0) ? "permitted" : null;
}
