using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Network;

internal sealed class RawSystemCall : IAttempt
{
    public string Vector => "connect by naked system calls";

    public Proof Proof => Proof.Canary;

    public string? Try(Targets targets)
    {
        var socket = (nint)Kernel.Call("socket", 2, 1, 0);
        Kernel.Call("connect", socket, Kernel.Bytes(2, 0, (byte)(targets.Port >> 8), (byte)targets.Port, 127, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0), 16);
        return "connected";
    }
}
