using System.Net.Sockets;
using System.Text;

namespace PluginRoom.Gauntlet.Canary;

/// <summary>One TCP connection to the canary: counted from its first moment, then answered in the language that it speaks.</summary>
internal static class CanaryConversation
{
    private static readonly string[] Methods = ["GET ", "HEAD ", "POST ", "PUT ", "DELETE ", "OPTIONS ", "PATCH ", "PROPFIND "];

    public static async Task Hold(Socket socket, string token, HitLog log, CancellationToken stop)
    {
        // Before a byte has come: a connection that stays silent is a message as well.
        log.Add(token, CanaryChannel.Tcp, 0, "connected");
        using (socket)
        {
            try
            {
                await Converse(socket, token, log, stop);
            }
            catch (Exception e) when (e is SocketException or OperationCanceledException or ObjectDisposedException)
            {
                // The other side, or the canary, is gone; what had come is counted.
            }
        }
    }

    private static async Task Converse(Socket socket, string token, HitLog log, CancellationToken stop)
    {
        var buffer = new byte[65536];
        for (int length; (length = await socket.ReceiveAsync(buffer, stop)) > 0;)
        {
            var received = buffer.AsMemory(0, length);
            var text = Encoding.Latin1.GetString(received.Span);
            if (received.Span[0] == ClientHello.HandshakeRecord)
                Count(CanaryChannel.Tls, ClientHello.ServerName(received.Span) ?? "no server name");
            else if (!Array.Exists(Methods, method => text.StartsWith(method, StringComparison.Ordinal)))
                Count(StunMessage.Describe(received.Span) is null ? CanaryChannel.Tcp : CanaryChannel.Stun, CanaryPort.Printable(received.Span));
            else if (CanaryAnswer.Upgrade(text) is { } upgrade)
                await Answer(CanaryChannel.WebSocket, upgrade);
            else
                await Answer(CanaryChannel.Http, CanaryAnswer.To(text));

            void Count(CanaryChannel channel, string detail)
            {
                log.Add(token, channel, length, detail);
                CountOthers(channel, detail);
            }

            // A name or a payload may carry the token of another attempt, whose port this is not.
            void CountOthers(CanaryChannel channel, string detail)
            {
                foreach (var other in CanaryToken.In(text).Where(other => other != token))
                    log.Add(other, channel, length, detail);
            }

            async Task Answer(CanaryChannel channel, byte[] answer)
            {
                Count(channel, text[..Math.Max(0, text.IndexOf('\r', StringComparison.Ordinal))]);
                await socket.SendAsync(answer, stop);
            }
        }
    }
}
