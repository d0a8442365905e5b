namespace PluginRoom.Host.Workers;

/// <summary>Pings a worker and notices when it does not answer in time.</summary>
internal sealed class WorkerPulse : IDisposable
{
    private readonly Lock _gate = new();
    private readonly WorkerOptions _options;
    private readonly Action<uint> _ping;
    private readonly Action _missed;
    private readonly ITimer _next;
    private readonly ITimer _deadline;
    private uint _id;
    private bool _outstanding;
    private bool _disposed;

    internal WorkerPulse(WorkerOptions options, TimeProvider time, Action<uint> ping, Action missed)
    {
        (_options, _ping, _missed) = (options, ping, missed);
        _deadline = time.CreateTimer(static pulse => ((WorkerPulse)pulse!).Miss(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _next = time.CreateTimer(static pulse => ((WorkerPulse)pulse!).Ping(), this, options.PingInterval, options.PingInterval);
    }

    /// <summary>False when nobody asked for this answer.</summary>
    internal bool Answered(uint id)
    {
        lock (_gate)
        {
            if (!_outstanding || id != _id)
                return false;
            _outstanding = false;
            if (!_disposed)
                _deadline.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            return true;
        }
    }

    public void Dispose()
    {
        lock (_gate)
            _disposed = true;
        _next.Dispose();
        _deadline.Dispose();
    }

    private void Ping()
    {
        lock (_gate)
        {
            if (_disposed || _outstanding)
                return;
            _outstanding = true;
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
        }

        _missed();
    }
}
