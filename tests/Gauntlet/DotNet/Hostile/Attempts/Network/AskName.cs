using System.Net;
using System.Net.Sockets;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Network;

internal sealed class AskName : IAttempt
{
    public string Vector => "ask a name server";

    public Proof Proof => Proof.Canary;

    public string? Try(Targets targets)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        byte[] question = [1, 2, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, .. targets.Name.Split('.').SelectMany(static label => (byte[])[(byte)label.Length, .. label.Select(static letter => (byte)letter)]), 0, 0, 1, 0, 1];
        socket.SendTo(question, new IPEndPoint(IPAddress.Parse(targets.NameServer), 53));
        return "asked";
    }
}
