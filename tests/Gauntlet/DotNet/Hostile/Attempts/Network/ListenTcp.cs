using System.Net;
using System.Net.Sockets;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Network;

internal sealed class ListenTcp : IAttempt
{
    public string Vector => "listen on a port";

    public string? Try(Targets targets)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return listener.LocalEndpoint.ToString();
    }
}
