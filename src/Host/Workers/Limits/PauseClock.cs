namespace PluginRoom.Host.Workers.Limits;

/// <summary>
/// How long the host has kept one worker waiting: stopped for its share of the processor, or unread for its rate of messages. No
/// deadline counts that time, because the plugin could do nothing about it. Several may pause at once; the time counts once.
/// </summary>
internal sealed class PauseClock(TimeProvider time)
{
    private readonly Lock _gate = new();
    private TimeSpan _total;
    private long _since;
    private int _pausing;

    internal TimeSpan Total
    {
        get
        {
            lock (_gate)
                return _pausing > 0 ? _total + time.GetElapsedTime(_since) : _total;
        }
    }

    internal void Begin()
    {
        lock (_gate)
        {
            if (_pausing++ == 0)
                _since = time.GetTimestamp();
        }
    }

    internal void End()
    {
        lock (_gate)
        {
            if (--_pausing == 0)
                _total += time.GetElapsedTime(_since);
        }
    }
}
