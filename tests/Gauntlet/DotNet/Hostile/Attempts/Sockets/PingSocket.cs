using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Sockets;

internal sealed class PingSocket : IAttempt
{
    public string Vector => "open a ping socket";

    public string? Try(Targets targets) => $"descriptor {Kernel.Call("socket", 2, 2, 1)}";
}
