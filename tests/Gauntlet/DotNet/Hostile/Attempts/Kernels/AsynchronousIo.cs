using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Kernels;

internal sealed class AsynchronousIo : IAttempt
{
    public string Vector => "set up kernel aio";

    public string? Try(Targets targets) => Kernel.Call("io_setup", 4, Kernel.Zeros(8)) == 0 ? "set up" : null;
}
