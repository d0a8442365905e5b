using System.Net;
using System.Net.Sockets;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Network;

internal sealed class MappedAddress : IAttempt
{
    public string Vector => "connect by IPv6 to an IPv4 address";

    public Proof Proof => Proof.Canary;

    public string? Try(Targets targets)
    {
        using var socket = new Socket(AddressFamily.InterNetworkV6, SocketType.Stream, ProtocolType.Tcp) { DualMode = true };
        socket.Connect(new IPEndPoint(IPAddress.Parse("::ffff:127.0.0.1"), targets.Port));
        return "connected";
    }
}
