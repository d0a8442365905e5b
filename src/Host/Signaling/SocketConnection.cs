using System.Buffers;
using System.IO.Pipelines;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;
using PluginRoom.Host.Memory;

namespace PluginRoom.Host.Signaling;

/// <summary>
/// One WebSocket as SignalR sees a connection. SignalR's own transport keeps messages in buffers that are not wiped and changes threads
/// for each direction; this one takes wiped buffers, and a message passes from the sender's socket into the addressee's without a change.
/// </summary>
internal sealed class SocketConnection : ConnectionContext, IDuplexPipe, IConnectionHeartbeatFeature, IAsyncDisposable
{
    private static readonly TimeSpan CloseTime = TimeSpan.FromSeconds(2);

    private static readonly PipeOptions Buffers = new(
        WipedMemory.Shared, PipeScheduler.Inline, PipeScheduler.Inline, pauseWriterThreshold: 64 << 10, resumeWriterThreshold: 32 << 10,
        useSynchronizationContext: false);

    private readonly WebSocket _socket;
    private readonly TimeProvider _time;
    private readonly Pipe _received = new(Buffers);
    private readonly Pipe _sent = new(Buffers);
    private readonly CancellationTokenSource _closed = new();
    private readonly List<(Action<object> Action, object State)> _heartbeat = [];
    private readonly ITimer _timer;

    public SocketConnection(WebSocket socket, string id, TimeProvider time)
    {
        (_socket, _time, ConnectionId, Transport) = (socket, time, id, this);
        ConnectionClosed = _closed.Token;
        Features.Set<IConnectionHeartbeatFeature>(this);
        _timer = time.CreateTimer(_ => Beat(), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
    }

    public override string ConnectionId { get; set; }

    public override IFeatureCollection Features { get; } = new FeatureCollection();

    public override IDictionary<object, object?> Items { get; set; } = new Dictionary<object, object?>();

    public override IDuplexPipe Transport { get; set; }

    public override CancellationToken ConnectionClosed { get; set; }

    public PipeReader Input => _received.Reader;

    public PipeWriter Output => _sent.Writer;

    public async Task Run(ConnectionHandler handler)
    {
        var receiving = Receive();
        var sending = Send();
        await handler.OnConnectedAsync(this);

        // The last words (why a seat has ended, SignalR's close message) are heard before the socket goes: what the server still has in its
        // buffers is lost by an abort, so the browser's own close is waited for. Nobody waits long for a browser that does not read.
        await _sent.Writer.CompleteAsync();
        await _received.Reader.CompleteAsync();
        var closed = Task.WhenAll(receiving, sending);
        await closed.WaitAsync(CloseTime, _time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _socket.Abort();
        await closed;
    }

    public override void Abort() => _socket.Abort();

    public override void Abort(ConnectionAbortedException abortReason) => Abort();

    /// <summary>SignalR's pings and its watch over the client's.</summary>
    public void OnHeartbeat(Action<object> action, object state)
    {
        lock (_heartbeat)
            _heartbeat.Add((action, state));
    }

    public override async ValueTask DisposeAsync()
    {
        await _timer.DisposeAsync();
        _socket.Dispose();
        _closed.Dispose();
        await base.DisposeAsync();
    }

    private async Task Receive()
    {
        try
        {
            if (await HandOver())
                await Drain();
        }
        catch (Exception exception) when (IsEnd(exception))
        {
            // However a connection ends, SignalR hears it as the end of what it reads.
        }

        await _received.Writer.CompleteAsync();
        await _closed.CancelAsync();
    }

    /// <returns>Whether SignalR stopped reading before the browser closed.</returns>
    private async Task<bool> HandOver()
    {
        while (true)
        {
            // Waits without a buffer, so that an idle connection holds none.
            var arrived = await _socket.ReceiveAsync(Memory<byte>.Empty, default);
            if (arrived.MessageType == WebSocketMessageType.Close)
                return false;
            var read = await _socket.ReceiveAsync(_received.Writer.GetMemory(), default);
            if (read.MessageType == WebSocketMessageType.Close)
                return false;
            _received.Writer.Advance(read.Count);
            if ((await _received.Writer.FlushAsync()).IsCompleted)
                return true;
        }
    }

    private async Task Drain()
    {
        using var unread = WipedMemory.Shared.Rent();
        while ((await _socket.ReceiveAsync(unread.Memory, default)).MessageType != WebSocketMessageType.Close)
        {
            // What a browser says after its connection has ended is nobody's to read.
        }
    }

    private async Task Send()
    {
        try
        {
            ReadResult read;
            do
            {
                read = await _sent.Reader.ReadAsync();
                await SendMessage(read.Buffer);
                _sent.Reader.AdvanceTo(read.Buffer.End);
            }
            while (!read.IsCompleted);
            await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, default);
        }
        catch (Exception exception) when (IsEnd(exception))
        {
            // Whoever still writes finds the pipe completed.
        }

        await _sent.Reader.CompleteAsync();
    }

    // SignalR flushes whole messages, so what is there to read is whole messages as well; a browser needs them unsplit.
    private async ValueTask SendMessage(ReadOnlySequence<byte> messages)
    {
        if (messages.IsEmpty)
            return;
        var rest = messages.Start;
        messages.TryGet(ref rest, out var segment);
        while (messages.TryGet(ref rest, out var next))
        {
            await _socket.SendAsync(segment, WebSocketMessageType.Text, endOfMessage: false, default);
            segment = next;
        }

        await _socket.SendAsync(segment, WebSocketMessageType.Text, endOfMessage: true, default);
    }

    private static bool IsEnd(Exception exception) =>
        exception is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException or InvalidOperationException;

    private void Beat()
    {
        lock (_heartbeat)
        {
            foreach (var (action, state) in _heartbeat)
                action(state);
        }
    }
}
