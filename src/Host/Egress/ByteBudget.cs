namespace PluginRoom.Host.Egress;

/// <summary>
/// So many bytes in any minute. A bucket that refills would let twice as many through in its first one, and what a manifest
/// promises people is the number.
/// </summary>
internal sealed class ByteBudget(TimeProvider time, long perMinute)
{
    // A second leaves the window when all of it is a minute old, hence one more than a minute has.
    private const int Seconds = 61;

    private readonly Lock _lock = new();
    private readonly long[] _spent = new long[Seconds];
    private readonly long _start = time.GetTimestamp();
    private long _second;
    private long _sum;

    public long PerMinute => perMinute;

    /// <summary>How long until this many may pass: zero for now, <see cref="Timeout.InfiniteTimeSpan"/> for never.</summary>
    public TimeSpan WaitFor(long bytes)
    {
        lock (_lock)
        {
            Forget();
            if (bytes > perMinute)
                return Timeout.InfiniteTimeSpan;
            var sum = _sum;
            for (var wait = 0; ; wait++)
            {
                if (sum + bytes <= perMinute)
                    return TimeSpan.FromSeconds(wait);
                sum -= _spent[(_second + wait + 1) % Seconds];
            }
        }
    }

    /// <summary>Counts them, whether they fit or not.</summary>
    public void Spend(long bytes)
    {
        lock (_lock)
        {
            Forget();
            _spent[_second % Seconds] += bytes;
            _sum += bytes;
        }
    }

    private void Forget()
    {
        var now = (long)time.GetElapsedTime(_start).TotalSeconds;
        for (; _second < now && _sum > 0; _second++)
        {
            ref var oldest = ref _spent[(_second + 1) % Seconds];
            _sum -= oldest;
            oldest = 0;
        }

        _second = Math.Max(_second, now);
    }
}
