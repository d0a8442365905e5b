using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Sockets;

internal sealed class Netlink : IAttempt
{
    public string Vector => "open a netlink socket";

    public string? Try(Targets targets) => $"descriptor {Kernel.Call("socket", 16, 3, 0)}";
}
