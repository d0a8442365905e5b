namespace PluginRoom.Host.Workers.Limits;

/// <summary>
/// Slows down the thread that reads from a worker: what comes faster than a rate allows is left in the pipe, and when that is full the
/// worker waits. So a flood costs the worker its own time, and the host next to nothing. Counts units, of which one second's worth is
/// always free; used by the one thread that reads.
/// </summary>
internal sealed class ReadingPace
{
    // Short of a unit, the thread sleeps until there is a handful: one wake-up for each would cost more than the reading.
    private static readonly TimeSpan Handful = TimeSpan.FromMilliseconds(20);
    private readonly TimeProvider _time;
    private readonly double _perSecond;
    private readonly PauseClock _pauses;
    private readonly WaitHandle _over;
    private readonly Action _slowed;
    private double _units;
    private long _last;

    /// <param name="over">Set when the worker is to be ended: nothing is slowed down any more.</param>
    /// <param name="slowed">Called each time before the thread waits.</param>
    internal ReadingPace(double perSecond, TimeProvider time, PauseClock pauses, WaitHandle over, Action slowed)
    {
        (_perSecond, _time, _pauses, _over, _slowed) = (perSecond, time, pauses, over, slowed);
        _units = perSecond;
        _last = time.GetTimestamp();
    }

    /// <summary>Blocks while these units are not there yet.</summary>
    internal void Take(double units)
    {
        Refill();
        _units -= units;
        if (_units >= 0)
            return;
        _slowed();
        _pauses.Begin();
        try
        {
            while (_units < 0 && !_over.WaitOne(Missing()))
                Refill();
        }
        finally
        {
            _pauses.End();
        }
    }

    private TimeSpan Missing() => TimeSpan.FromSeconds(-_units / _perSecond) + Handful;

    private void Refill()
    {
        var now = _time.GetTimestamp();
        _units = Math.Min(_perSecond, _units + (_time.GetElapsedTime(_last, now).TotalSeconds * _perSecond));
        _last = now;
    }
}
