using PluginRoom.Protocol.Worker;

namespace PluginRoom.Host.Workers.Limits;

/// <summary>
/// Pings a worker: often while a handler may be running, so that one is held to its time within a moment; seldom while nothing is, to
/// notice a process that no longer answers at all. Time in which the host kept the worker waiting counts for neither.
/// </summary>
internal sealed class WorkerPulse : IDisposable
{
    private static readonly TimeSpan Busy = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(20);
    private readonly Lock _gate = new();
    private readonly WorkerOptions _options;
    private readonly TimeSpan _handlerLimit;
    private readonly PauseClock _pauses;
    private readonly Action<uint> _ping;
    private readonly Action<WorkerExitKind, string> _end;
    private readonly ITimer _next;
    private readonly ITimer _deadline;
    private uint _id;
    private bool _outstanding;
    private bool _disposed;
    private volatile bool _busy;
    private volatile bool _deliveredSincePing;
    private TimeSpan _pausedAtPing;
    private uint _handler;
    private TimeSpan _pausedBeforeHandler;
    private TimeSpan _pausedAtPong;

    internal WorkerPulse(
        WorkerOptions options, TimeSpan handlerLimit, PauseClock pauses, TimeProvider time, Action<uint> ping, Action<WorkerExitKind, string> end)
    {
        (_options, _handlerLimit, _pauses, _ping, _end) = (options, handlerLimit, pauses, ping, end);
        _deadline = time.CreateTimer(static pulse => ((WorkerPulse)pulse!).Miss(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _next = time.CreateTimer(static pulse => ((WorkerPulse)pulse!).Ping(), this, options.PingInterval, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The worker has been handed something that one of the plugin's handlers will take; a ping from now on is behind it.</summary>
    internal void Delivered()
    {
        _deliveredSincePing = true;

        // With the one in Answered: one of the two sees what the other has written.
        Interlocked.MemoryBarrier();
        if (_busy)
            return;
        lock (_gate)
        {
            if (_busy || _disposed)
                return;
            _busy = true;
            if (!_outstanding)
                _next.Change(Sooner(Busy), Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>False when nobody asked for this answer.</summary>
    internal bool Answered(uint id, HandlerAge age)
    {
        TimeSpan ran;
        lock (_gate)
        {
            if (!_outstanding || id != _id)
                return false;
            _outstanding = false;
            if (_disposed)
                return true;
            _deadline.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            ran = RanFor(age);
            _busy = age.Milliseconds > 0;
            Interlocked.MemoryBarrier();
            if (_deliveredSincePing)
                _busy = true;
            var rest = _handlerLimit - ran;
            _next.Change(_busy ? Sooner(rest < Busy ? rest : Busy) : _options.PingInterval, Timeout.InfiniteTimeSpan);
        }

        if (ran >= _handlerLimit)
            _end(WorkerExitKind.HandlerTime, LimitWords.HandlerTime(_handlerLimit));
        return true;
    }

    public void Dispose()
    {
        lock (_gate)
            _disposed = true;
        _next.Dispose();
        _deadline.Dispose();
    }

    // The handler had not begun at the answer before the first one that speaks of it, so no pause of its own is missed by counting from there.
    private TimeSpan RanFor(HandlerAge age)
    {
        var paused = _pauses.Total;
        if (age.Number != _handler)
            (_handler, _pausedBeforeHandler) = (age.Number, _pausedAtPong);
        _pausedAtPong = paused;
        var ran = TimeSpan.FromMilliseconds(age.Milliseconds) - (paused - _pausedBeforeHandler);
        return age.Milliseconds > 0 && ran > TimeSpan.Zero ? ran : TimeSpan.Zero;
    }

    private TimeSpan Sooner(TimeSpan interval)
    {
        if (interval < Shortest)
            return Shortest;
        return interval < _options.PingInterval ? interval : _options.PingInterval;
    }

    private void Ping()
    {
        lock (_gate)
        {
            if (_disposed || _outstanding)
                return;
            _outstanding = true;
            _deliveredSincePing = false;
            _pausedAtPing = _pauses.Total;
            _id++;
            _deadline.Change(_options.PingDeadline, Timeout.InfiniteTimeSpan);
        }

        _ping(_id);
    }

    private void Miss()
    {
        lock (_gate)
        {
            if (_disposed || !_outstanding)
                return;
            var paused = _pauses.Total - _pausedAtPing;
            if (paused > TimeSpan.Zero)
            {
                _pausedAtPing += paused;
                _deadline.Change(paused, Timeout.InfiniteTimeSpan);
                return;
            }
        }

        _end(WorkerExitKind.Unresponsive, $"it did not answer within {_options.PingDeadline.TotalSeconds:0.#} s");
    }
}
