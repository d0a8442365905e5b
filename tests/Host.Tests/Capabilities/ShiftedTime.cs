namespace PluginRoom.Host.Tests.Capabilities;

/// <summary>The system's time, put forward when a test says so; timers that are due by then fire at once.</summary>
internal sealed class ShiftedTime : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<Timer> _timers = [];
    private TimeSpan _ahead;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Ahead;

    public override long GetTimestamp() => System.GetTimestamp() + (long)(Ahead.TotalSeconds * TimestampFrequency);

    public override long TimestampFrequency => System.TimestampFrequency;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, callback, state);
        lock (_lock)
            _timers.Add(timer);
        timer.Change(dueTime, period);
        return timer;
    }

    public void Forward(TimeSpan by)
    {
        Timer[] timers;
        lock (_lock)
        {
            _ahead += by;
            timers = [.. _timers];
        }

        foreach (var timer in timers)
            timer.Bring(by);
    }

    private TimeSpan Ahead
    {
        get
        {
            lock (_lock)
                return _ahead;
        }
    }

    private sealed class Timer : ITimer
    {
        // By so little the two clocks of a system may differ.
        private static readonly TimeSpan Early = TimeSpan.FromMilliseconds(100);
        private readonly ShiftedTime _owner;
        private readonly Lock _gate = new();
        private readonly ITimer _timer;
        private DateTimeOffset? _due;
        private TimeSpan _period = Timeout.InfiniteTimeSpan;

        internal Timer(ShiftedTime owner, TimerCallback callback, object? state)
        {
            _owner = owner;
            _timer = System.CreateTimer(
                value =>
                {
                    Fired();
                    callback(value);
                },
                state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (_gate)
            {
                _due = dueTime == Timeout.InfiniteTimeSpan ? null : System.GetUtcNow() + dueTime;
                _period = period;
                return _timer.Change(dueTime, period);
            }
        }

        // Those that repeat go on at their own pace: nothing in a test waits for them to catch up.
        internal void Bring(TimeSpan by)
        {
            lock (_gate)
            {
                if (_due is not { } due || _period != Timeout.InfiniteTimeSpan)
                    return;
                var left = due - System.GetUtcNow() - by;
                Change(left > TimeSpan.Zero ? left : TimeSpan.Zero, _period);
            }
        }

        // Unless it was set anew while this was on its way.
        private void Fired()
        {
            lock (_gate)
            {
                if (_period == Timeout.InfiniteTimeSpan && _due < System.GetUtcNow() + Early)
                    _due = null;
            }
        }

        public void Dispose()
        {
            lock (_owner._lock)
                _owner._timers.Remove(this);
            _timer.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
