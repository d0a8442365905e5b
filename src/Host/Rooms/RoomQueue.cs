using System.Threading.Channels;

namespace PluginRoom.Host.Rooms;

/// <summary>The one ordered queue of a room: whatever changes the room runs here, one after the other, so that a room needs no lock.</summary>
public sealed partial class RoomQueue(ILogger<RoomQueue> log)
{
    private readonly Channel<Action> _work =
        Channel.CreateUnbounded<Action>(new UnboundedChannelOptions { SingleReader = true });

    public void Start() => _ = Pump();

    /// <summary>Nothing more is taken; what was queued still runs.</summary>
    public void Close() => _work.Writer.TryComplete();

    /// <summary>False: the room is gone.</summary>
    public bool Post(Action action) => _work.Writer.TryWrite(action);

    /// <summary>The task fails with <see cref="RoomGoneException"/> if the room is gone, and with whatever <paramref name="action"/> throws.</summary>
    public Task<T> Run<T>(Func<T> action)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        return Post(() => Complete(done, action)) ? done.Task : Task.FromException<T>(new RoomGoneException());
    }

    // A bug in one request must reach the one who asked and nobody else in the room.
#pragma warning disable CA1031
    private static void Complete<T>(TaskCompletionSource<T> done, Func<T> action)
    {
        try
        {
            done.SetResult(action());
        }
        catch (Exception exception)
        {
            done.SetException(exception);
        }
    }

    private async Task Pump()
    {
        await foreach (var action in _work.Reader.ReadAllAsync())
        {
            try
            {
                action();
            }
            catch (Exception exception)
            {
                LogFault(exception);
            }
        }
    }
#pragma warning restore CA1031

    [LoggerMessage(1005, LogLevel.Error, "A room's work failed; the room goes on.", EventName = "RoomFault")]
    private partial void LogFault(Exception exception);
}

/// <summary>The last person left before this ran; entering the same name opens a new room.</summary>
public sealed class RoomGoneException() : Exception("The room is gone.");
