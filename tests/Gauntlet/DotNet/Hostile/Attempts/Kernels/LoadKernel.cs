using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Kernels;

internal sealed class LoadKernel : IAttempt
{
    public string Vector => "load another kernel";

    public string? Try(Targets targets) => Kernel.Reaches("kexec_load", 22, 0, 100, 0, 0) ? "permitted" : null;
}
