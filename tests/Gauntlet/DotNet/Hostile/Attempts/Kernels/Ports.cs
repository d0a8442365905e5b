using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Kernels;

internal sealed class Ports : IAttempt
{
    public string Vector => "use the processor's ports (ioperm)";

    public string? Try(Targets targets) => Kernel.Call("ioperm", 0x80, 1, 1) == 0 ? "permitted" : null;
}
