using System.Net;
using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Network;

internal sealed class ConnectTcp : IAttempt
{
    public string Vector => "connect by TCP";

    public Proof Proof => Proof.Canary;

    public string? Try(Targets targets) => Names.Connect(new IPEndPoint(IPAddress.Loopback, targets.Port));
}
