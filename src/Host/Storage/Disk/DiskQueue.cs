using System.Threading.Channels;

namespace PluginRoom.Host.Storage.Disk;

/// <summary>
/// The one thread that touches the storage's files, so that a slow disk stops no room, and what was asked first is done first.
/// </summary>
internal sealed class DiskQueue
{
    private readonly Channel<Action> _work = Channel.CreateUnbounded<Action>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Thread _thread;

    public DiskQueue()
    {
        _thread = new Thread(Work) { Name = "storage", IsBackground = true };
        _thread.Start();
    }

    /// <summary>The task fails with whatever <paramref name="work"/> throws.</summary>
    public Task<T> Run<T>(Func<T> work)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        return _work.Writer.TryWrite(() => Complete(done, work))
            ? done.Task
            : Task.FromException<T>(new StorageException(StorageException.Unavailable, "The host is stopping."));
    }

    /// <summary>What was asked before is still done. Returns when it is, or false when the disk takes longer than that.</summary>
    public bool Stop(TimeSpan patience)
    {
        _work.Writer.TryComplete();
        return _thread.Join(patience);
    }

    // Whatever goes wrong has to reach the one who asked, and must not end the thread for all others.
#pragma warning disable CA1031
    private static void Complete<T>(TaskCompletionSource<T> done, Func<T> work)
    {
        try
        {
            done.SetResult(work());
        }
        catch (Exception exception)
        {
            done.SetException(exception);
        }
    }
#pragma warning restore CA1031

    private void Work()
    {
        // Blocking on purpose: this thread has nothing else to do.
        while (_work.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (_work.Reader.TryRead(out var next))
                next();
        }
    }
}
