using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Sockets;

internal sealed class VirtualMachineSocket : IAttempt
{
    public string Vector => "open a vsock socket";

    public string? Try(Targets targets) => $"descriptor {Kernel.Call("socket", 40, 1, 0)}";
}
