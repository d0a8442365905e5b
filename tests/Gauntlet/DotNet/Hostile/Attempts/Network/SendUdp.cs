using System.Net;
using System.Net.Sockets;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Network;

internal sealed class SendUdp : IAttempt
{
    public string Vector => "send a datagram";

    public Proof Proof => Proof.Canary;

    public string? Try(Targets targets)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        socket.SendTo("hostile"u8, new IPEndPoint(IPAddress.Loopback, targets.Port));
        return "sent";
    }
}
