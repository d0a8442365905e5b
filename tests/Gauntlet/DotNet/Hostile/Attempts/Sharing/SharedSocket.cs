using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Sharing;

internal sealed class SharedSocket : IAttempt
{
    public string Vector => "pass a message by an abstract socket";

    public Proof Proof => Proof.Token;

    public Action<Targets>? Accomplice => static targets =>
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint($"\0hostile-{targets.Key:x}"));
        new Thread(() =>
        {
            EndPoint from = new UnixDomainSocketEndPoint("\0");
            socket.ReceiveFrom(new byte[8], ref from);
            socket.SendTo(Encoding.UTF8.GetBytes(targets.Token), new UnixDomainSocketEndPoint($"\0hostile-b-{targets.Key:x}"));
        }) { IsBackground = true }.Start();
    };

    public string? Try(Targets targets)
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint($"\0hostile-b-{targets.Key:x}"));
        socket.SendTo("?"u8, new UnixDomainSocketEndPoint($"\0hostile-{targets.Key:x}"));
        socket.ReceiveTimeout = 2000;
        var bytes = new byte[64];
        return Encoding.UTF8.GetString(bytes, 0, socket.Receive(bytes));
    }
}
