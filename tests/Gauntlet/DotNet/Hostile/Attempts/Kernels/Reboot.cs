using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Kernels;

internal sealed class Reboot : IAttempt
{
    public string Vector => "reboot";

    public string? Try(Targets targets) => Kernel.Reaches("reboot", 22, 1, 2, 3, 0) ? "permitted" : null;
}
