using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Kernels;

internal sealed class LoadModule : IAttempt
{
    public string Vector => "load a kernel module";

    public string? Try(Targets targets) => Kernel.Reaches("init_module", 14, 0, 0, 0) || Kernel.Reaches("init_module", 8, 0, 0, 0) ? "permitted" : null;
}
