using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Sharing;

internal sealed class SharedPort : IAttempt
{
    public string Vector => "pass a message by a port";

    public Proof Proof => Proof.Token;

    public Action<Targets>? Accomplice => static targets =>
    {
        var listener = new TcpListener(IPAddress.Loopback, Port(targets));
        listener.Start();
        new Thread(() => listener.AcceptSocket().Send(Encoding.UTF8.GetBytes(targets.Token))) { IsBackground = true }.Start();
    };

    public string? Try(Targets targets)
    {
        using var client = new TcpClient("127.0.0.1", Port(targets));
        var bytes = new byte[64];
        return Encoding.UTF8.GetString(bytes, 0, client.GetStream().Read(bytes));
    }

    private static int Port(Targets targets) => (targets.Port ^ 1) is var port and > 1024 ? port : 40_001;
}
