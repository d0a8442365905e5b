namespace PluginRoom.Host.Workers.Limits;

/// <summary>What slows one worker down, all of it: its frames, its error output, and its share of the processor by <see cref="WorkerGuard"/>.</summary>
internal sealed class WorkerPace : IDisposable
{
    // Processes and pipes live in real time, also where the deadlines of a test do not.
    private static readonly TimeProvider Time = TimeProvider.System;
    private readonly Lock _gate = new();
    private readonly ManualResetEvent _over = new(initialState: false);
    private readonly ReadingPace _frames;
    private readonly ReadingPace _frameBytes;
    private readonly ReadingPace _errorBytes;
    private bool _disposed;

    /// <param name="slowed">Told in words when a spell of being slowed down begins; any thread.</param>
    internal WorkerPace(WorkerLimits limits, WorkerOptions options, Action<string> slowed)
    {
        Slowness = new(Time, slowed);
        _frames = Pace(limits.MessagesPerSecond, SlowedFor.Messages, () => LimitWords.Messages(limits));
        _frameBytes = Pace(options.MessageBytesPerSecond, SlowedFor.MessageBytes, () => LimitWords.MessageBytes(options.MessageBytesPerSecond));
        _errorBytes = Pace(options.ErrorBytesPerSecond, SlowedFor.ErrorOutput, () => LimitWords.ErrorOutput(options.ErrorBytesPerSecond));
    }

    internal PauseClock Pauses { get; } = new(Time);

    internal Slowness Slowness { get; }

    /// <summary>Blocks the thread that reads frames while there were too many, or too large ones.</summary>
    internal void FrameRead(int bytes)
    {
        _frames.Take(1);
        _frameBytes.Take(bytes);
    }

    /// <summary>Blocks the thread that reads the error output while there was too much of it.</summary>
    internal void ErrorRead(int bytes) => _errorBytes.Take(bytes);

    /// <summary>Nothing waits any more: the worker is being ended.</summary>
    internal void Release()
    {
        lock (_gate)
        {
            if (!_disposed)
                _over.Set();
        }
    }

    /// <summary>After both threads have read to the end.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
            _over.Dispose();
        }
    }

    private ReadingPace Pace(double perSecond, SlowedFor reason, Func<string> words) =>
        new(perSecond, Time, Pauses, _over, () => Slowness.Note(reason, words));
}
