using System.Threading.Channels;

namespace PluginRoom.Host.Rooms;

/// <summary>
/// What waits to be sent to one connection. A browser that reads slowly fills its own outbox and loses its own connection;
/// neither the room nor anybody else waits for it.
/// </summary>
public sealed partial class Outbox
{
    private readonly record struct Outgoing(string Event, object Payload, int Bytes);

    private readonly Channel<Outgoing> _queue;
    private readonly Func<string, object, Task> _send;
    private readonly Action _abort;
    private readonly int _maxBytes;
    private readonly ILogger _log;
    private int _bytes;

    public Outbox(Func<string, object, Task> send, Action abort, RoomSettings settings, ILogger<Outbox> log)
    {
        (_send, _abort, _maxBytes, _log) = (send, abort, settings.OutboxBytes, log);
        _queue = Channel.CreateBounded<Outgoing>(new BoundedChannelOptions(settings.OutboxMessages)
        {
            SingleReader = true,
            // An idle connection is then written to by whoever posts, without a change of thread; the write itself never waits.
            AllowSynchronousContinuations = true,
        });
    }

    public void Start() => _ = Pump();

    /// <param name="payload">Disposed once it is written or given up, if it can be.</param>
    /// <param name="bytes">Roughly what it weighs while it waits.</param>
    public void Post(string eventName, object payload, int bytes = 512)
    {
        if (Interlocked.Add(ref _bytes, bytes) <= _maxBytes && _queue.Writer.TryWrite(new Outgoing(eventName, payload, bytes)))
            return;
        (payload as IDisposable)?.Dispose();
        if (!_queue.Writer.TryComplete())
            return;
        LogOverflow();
        _abort();
    }

    /// <summary>Sends a last event and then closes the connection.</summary>
    public void CloseWith(string eventName, object payload)
    {
        Post(eventName, payload);
        _queue.Writer.TryComplete();
    }

    /// <summary>The connection is gone; what still waits is dropped.</summary>
    public void Close() => _queue.Writer.TryComplete();

    private async Task Pump()
    {
        // An endless wait is cut by the abort that an overflow or the keep-alive triggers; the write then returns.
        await foreach (var message in _queue.Reader.ReadAllAsync())
        {
            try
            {
                await _send(message.Event, message.Payload);
            }
#pragma warning disable CA1031 // Whatever a dying connection throws concerns that connection alone.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                LogSendFailed(exception);
            }
            finally
            {
                (message.Payload as IDisposable)?.Dispose();
                Interlocked.Add(ref _bytes, -message.Bytes);
            }
        }

        _abort();
    }

    [LoggerMessage(1003, LogLevel.Information, "A browser did not keep up with its room; its connection is closed.", EventName = "BrowserTooSlow")]
    private partial void LogOverflow();

    [LoggerMessage(1004, LogLevel.Debug, "An event could not be sent.", EventName = "SendFailed")]
    private partial void LogSendFailed(Exception exception);
}
