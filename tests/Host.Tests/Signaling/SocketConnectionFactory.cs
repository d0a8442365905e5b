using System.Buffers;
using System.IO.Pipelines;
using System.Net;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Features;

namespace PluginRoom.Host.Tests.Signaling;

/// <summary>A WebSocket for SignalR's client core, which comes without a transport. Each flush of the client is one WebSocket message.</summary>
internal sealed class SocketConnectionFactory(string? origin = null) : IConnectionFactory
{
    public async ValueTask<ConnectionContext> ConnectAsync(EndPoint endpoint, CancellationToken cancellationToken = default)
    {
        var socket = new ClientWebSocket();
        if (origin is not null)
            socket.Options.SetRequestHeader("Origin", origin);
        await socket.ConnectAsync(((UriEndPoint)endpoint).Uri, cancellationToken);
        return new SocketConnection(socket);
    }

    private sealed class SocketConnection : ConnectionContext, IDuplexPipe
    {
        private readonly ClientWebSocket _socket;
        private readonly Pipe _received = new();
        private readonly Pipe _sent = new();
        private readonly Task _pumps;

        public SocketConnection(ClientWebSocket socket)
        {
            _socket = socket;
            Transport = this;
            _pumps = Task.WhenAll(Receive(), Send());
        }

        public override string ConnectionId { get; set; } = Guid.NewGuid().ToString();

        public override IFeatureCollection Features { get; } = new FeatureCollection();

        public override IDictionary<object, object?> Items { get; set; } = new Dictionary<object, object?>();

        public override IDuplexPipe Transport { get; set; }

        public PipeReader Input => _received.Reader;

        public PipeWriter Output => _sent.Writer;

        public override async ValueTask DisposeAsync()
        {
            await _sent.Writer.CompleteAsync();
            await _received.Reader.CompleteAsync();
            _socket.Abort();
            await _pumps;
            _socket.Dispose();
            await base.DisposeAsync();
        }

        private async Task Receive()
        {
            try
            {
                while (true)
                {
                    var got = await _socket.ReceiveAsync(_received.Writer.GetMemory(), default);
                    if (got.MessageType == WebSocketMessageType.Close)
                    {
                        // As a browser answers it by itself.
                        await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, default);
                        break;
                    }

                    _received.Writer.Advance(got.Count);
                    if (got.EndOfMessage && (await _received.Writer.FlushAsync()).IsCompleted)
                        break;
                }
            }
            catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or InvalidOperationException)
            {
                // The host cut the connection, or this end did while the host said goodbye; the client sees the end of its input.
            }

            await _received.Writer.CompleteAsync();
        }

        private async Task Send()
        {
            try
            {
                while (true)
                {
                    var read = await _sent.Reader.ReadAsync();
                    if (!read.Buffer.IsEmpty)
                        await _socket.SendAsync(read.Buffer.ToArray(), WebSocketMessageType.Text, endOfMessage: true, default);
                    _sent.Reader.AdvanceTo(read.Buffer.End);
                    if (read.IsCompleted)
                        break;
                }
            }
            catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or InvalidOperationException)
            {
                // As above: whoever waits for an answer sees the end of the input.
            }

            await _sent.Reader.CompleteAsync();
        }
    }
}
