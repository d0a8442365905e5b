using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Sockets;

internal sealed class Bluetooth : IAttempt
{
    public string Vector => "open a Bluetooth socket";

    public string? Try(Targets targets) => $"descriptor {Kernel.Call("socket", 31, 3, 1)}";
}
