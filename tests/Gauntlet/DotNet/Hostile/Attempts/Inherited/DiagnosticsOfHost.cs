using System.Net;
using System.Net.Sockets;
using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Inherited;

internal sealed class DiagnosticsOfHost : IAttempt
{
    public string Vector => "ask the host's diagnostics socket";

    public string? Try(Targets targets)
    {
        var door = Directory.GetFiles("/tmp", $"dotnet-diagnostic-{targets.Host}-*-socket").First();
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Connect(new UnixDomainSocketEndPoint(door));
        // ProcessInfo (0x0400) of the diagnostics protocol: answered with the command line.
        socket.Send([.. "DOTNET_IPC_V1\0"u8, 20, 0, 4, 0, 0, 0]);
        var bytes = new byte[2000];
        return socket.Receive(bytes) > 20 ? Names.Text(bytes[20..200]) : null;
    }
}
