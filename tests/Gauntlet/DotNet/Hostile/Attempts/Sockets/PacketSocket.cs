using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Sockets;

internal sealed class PacketSocket : IAttempt
{
    public string Vector => "open a packet socket";

    public string? Try(Targets targets) => $"descriptor {Kernel.Call("socket", 17, 3, 0x0300)}";
}
