using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Sockets;

internal sealed class RawSocket : IAttempt
{
    public string Vector => "open a raw IP socket";

    public string? Try(Targets targets) => $"descriptor {Kernel.Call("socket", 2, 3, 1)}";
}
