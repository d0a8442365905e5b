using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Sockets;

internal sealed class CryptoSocket : IAttempt
{
    public string Vector => "open a socket of the kernel's crypto";

    public string? Try(Targets targets) => $"descriptor {Kernel.Call("socket", 38, 5, 0)}";
}
