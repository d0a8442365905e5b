using System.Net.WebSockets;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Network;

internal sealed class OpenWebSocket : IAttempt
{
    public string Vector => "open a WebSocket";

    public Proof Proof => Proof.Canary;

    public string? Try(Targets targets)
    {
        using var socket = new ClientWebSocket();
        using var deadline = new CancellationTokenSource(3000);
        socket.ConnectAsync(new($"ws://127.0.0.1:{targets.Port}/x"), deadline.Token).GetAwaiter().GetResult();
        return "opened";
    }
}
