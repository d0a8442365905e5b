using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Network;

internal sealed class PairSockets : IAttempt
{
    public string Vector => "make a pair of sockets";

    public string? Try(Targets targets) => $"result {Kernel.Call("socketpair", 1, 1, 0, Kernel.Zeros(8))}";
}
