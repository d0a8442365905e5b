using System.Runtime;

namespace PluginRoom.Host.Memory;

/// <summary>
/// Gives memory back that may hold what nobody could overwrite, such as a string of the framework's: a collection that moves what is
/// alive together and returns the rest to the system, which clears it. It stops everything for as long as it takes, so however many ask,
/// it takes up no more than a tenth of the time; only where one takes so long that people would wait for the next, more.
/// </summary>
public sealed class HeapCompaction(TimeProvider time) : IDisposable
{
    private const int ShareOfTime = 10;
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(100);

    // Whoever takes something back is to be forgotten within a second, the collection itself included.
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(600);

    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _turn = new(1);
    private TaskCompletionSource? _next;
    private long _lastEnd;
    private TimeSpan _pause = TimeSpan.Zero;

    /// <summary>Completes when a collection that began after this call is over.</summary>
    public Task RunAsync()
    {
        lock (_lock)
        {
            if (_next is not null)
                return _next.Task;
            _next = new(TaskCreationOptions.RunContinuationsAsynchronously);
            _ = Task.Run(CollectAsync);
            return _next.Task;
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task CollectAsync()
    {
        await _turn.WaitAsync().ConfigureAwait(false);
        if (_pause > TimeSpan.Zero && _pause - time.GetElapsedTime(_lastEnd) is { Ticks: > 0 } wait)
            await Task.Delay(wait, time).ConfigureAwait(false);
        TaskCompletionSource done;
        lock (_lock)
            (done, _next) = (_next!, null);
        var began = time.GetTimestamp();
        GCSettings.LargeObjectHeapCompactionMode = GCLargeObjectHeapCompactionMode.CompactOnce;
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        _lastEnd = time.GetTimestamp();
        var share = time.GetElapsedTime(began, _lastEnd) * (ShareOfTime - 1);
        _pause = TimeSpan.FromTicks(Math.Clamp(share.Ticks, ShortestPause.Ticks, LongestPause.Ticks));
        _turn.Release();
        done.SetResult();
    }
}
