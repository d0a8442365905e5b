namespace PluginRoom.Host.Tests.Storage;

/// <summary>Two clocks that a test moves apart: the one that measures, and the one that the system shows.</summary>
internal sealed class FakeClocks : TimeProvider
{
    private readonly List<FakeTimer> _timers = [];
    private DateTimeOffset _wall = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private long _measured = 1_000_000;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => _measured;

    public override DateTimeOffset GetUtcNow() => _wall;

    /// <summary>Time passes. A timer that is due in it fires once.</summary>
    public void Pass(TimeSpan time)
    {
        _wall += time;
        _measured += time.Ticks;
        foreach (var timer in _timers.ToList())
            timer.Pass(time);
    }

    /// <summary>Somebody sets the system's clock.</summary>
    public void Set(TimeSpan by) => _wall += by;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new FakeTimer(this, () => callback(state), dueTime);
        _timers.Add(timer);
        return timer;
    }

    private sealed class FakeTimer(FakeClocks clocks, Action callback, TimeSpan every) : ITimer
    {
        private TimeSpan _every = every;
        private TimeSpan _left = every;

        public void Pass(TimeSpan time)
        {
            _left -= time;
            if (_left <= TimeSpan.Zero)
            {
                _left = _every;
                callback();
            }
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            (_left, _every) = (dueTime, period);
            return true;
        }

        public void Dispose() => clocks._timers.Remove(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
