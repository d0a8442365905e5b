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
        private readonly ShiftedTime _owner;
        private readonly ITimer _timer;
        private DateTimeOffset? _due;
        private TimeSpan _period = Timeout.InfiniteTimeSpan;

        internal Timer(ShiftedTime owner, TimerCallback callback, object? state)
        {
            _owner = owner;
            _timer = System.CreateTimer(
                value =>
                {
                    if (_period == Timeout.InfiniteTimeSpan)
                        _due = null;
                    callback(value);
                },
                state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            _due = dueTime == Timeout.InfiniteTimeSpan ? null : System.GetUtcNow() + dueTime;
            _period = period;
            return _timer.Change(dueTime, period);
        }

        // Those that repeat go on at their own pace: nothing in a test waits for them to catch up.
        internal void Bring(TimeSpan by)
        {
            if (_due is not { } due || _period != Timeout.InfiniteTimeSpan)
                return;
            var left = due - System.GetUtcNow() - by;
            Change(left > TimeSpan.Zero ? left : TimeSpan.Zero, _period);
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
