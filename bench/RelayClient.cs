using System.Buffers.Text;
using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Channels;

namespace PluginRoom.Bench;

/// <summary>As little of a SignalR client as the measurement needs: it joins, relays one message after the other, and reads what comes.</summary>
internal sealed class RelayClient : IDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly Channel<string> _answers = Channel.CreateUnbounded<string>();

    internal string Id { get; private set; } = "";

    internal static async Task<RelayClient> JoinAsync(Uri address, string room)
    {
        var client = new RelayClient();
        await client._socket.ConnectAsync(new UriBuilder(new Uri(address, "/hubs/room")) { Scheme = "ws" }.Uri, default);
        _ = client.ReadAsync();
        await client.WriteAsync("""{"protocol":"json","version":1}""");
        await client.WriteAsync(Invoke("Join", $$"""{"room":"{{room}}","name":"Bench","publicKey":"{{NewKey()}}","resumeToken":null}"""));
        var reply = await client._answers.Reader.ReadAsync();
        client.Id = reply.Split("\"self\":\"")[1].Split('"')[0];
        return client;
    }

    public void Dispose() => _socket.Dispose();

    internal async Task SendAsync(string to, string content, int count)
    {
        var message = Encoding.UTF8.GetBytes(Invoke("Relay", $$"""{"to":"{{to}}","kind":"description","sealed":"{{content}}"}""") + '\u001e');
        for (var i = 0; i < count; i++)
        {
            await _socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, default);
            var answer = await _answers.Reader.ReadAsync();
            if (!answer.Contains("\"error\":null", StringComparison.Ordinal))
                throw new InvalidOperationException(answer);
        }
    }

    private static string Invoke(string method, string argument) =>
        $$"""{"type":1,"invocationId":"1","target":"{{method}}","arguments":[{{argument}}]}""";

    internal static string NewKey()
    {
        using var key = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        return Base64Url.EncodeToString([4, .. point.X!, .. point.Y!]);
    }

    private Task WriteAsync(string message) =>
        _socket.SendAsync(Encoding.UTF8.GetBytes(message + '\u001e'), WebSocketMessageType.Text, endOfMessage: true, default);

    private async Task ReadAsync()
    {
        var buffer = new byte[1 << 16];
        var filled = 0;
        while (true)
        {
            filled += (await _socket.ReceiveAsync(buffer.AsMemory(filled), default)).Count;
            int end;
            while ((end = buffer.AsSpan(0, filled).IndexOf((byte)0x1e)) >= 0)
            {
                // Type 3 is the answer to an invocation.
                if (buffer.AsSpan(0, end).StartsWith("{\"type\":3"u8))
                    _answers.Writer.TryWrite(Encoding.UTF8.GetString(buffer, 0, end));
                buffer.AsSpan(end + 1, filled - end - 1).CopyTo(buffer);
                filled -= end + 1;
            }
        }
    }
}
