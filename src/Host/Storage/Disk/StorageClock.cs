namespace PluginRoom.Host.Storage.Disk;

/// <summary>
/// A clock that never goes back. It follows the time that really passed: what the process measured, or, where the system's clock
/// jumped ahead, that (a machine that slept looks the same). So a system clock that is set back prolongs nothing, and one that
/// jumps ahead ends things early rather than late. Moments are milliseconds on its own scale, which began as the time since 1970.
/// </summary>
internal sealed class StorageClock
{
    /// <summary>The two clocks drift and are corrected in small steps all the time; more than this at once is a jump.</summary>
    private static readonly TimeSpan Jump = TimeSpan.FromSeconds(1);

    /// <summary>A clock that was this little behind at the start was corrected, not turned back.</summary>
    private const long CorrectionMs = 60_000;

    private readonly TimeProvider _time;
    private readonly Lock _gate = new();
    private TimeSpan _now;
    private long _lastMeasured;
    private DateTimeOffset _lastWall;

    public StorageClock(TimeProvider time)
    {
        _time = time;
        (_lastMeasured, _lastWall) = (time.GetTimestamp(), time.GetUtcNow());
        _now = TimeSpan.FromMilliseconds(Wall);
    }

    /// <summary>What the system's clock shows.</summary>
    public long Wall => _time.GetUtcNow().ToUnixTimeMilliseconds();

    public long Now
    {
        get
        {
            lock (_gate)
            {
                var (measured, wall) = (_time.GetTimestamp(), _time.GetUtcNow());
                var passed = _time.GetElapsedTime(_lastMeasured, measured);
                var shown = wall - _lastWall;
                _now += shown > passed + Jump ? shown : passed;
                (_lastMeasured, _lastWall) = (measured, wall);
                return (long)_now.TotalMilliseconds;
            }
        }
    }

    /// <summary>
    /// Goes on from where an earlier run of the host was. False: the system's clock is behind what it was then, so nobody can tell how
    /// long the host was down, and whatever has a time to end has to end now.
    /// </summary>
    public bool GoOnFrom(long savedNow, long savedWall)
    {
        lock (_gate)
        {
            var wall = Wall;
            (_now, _lastWall, _lastMeasured) = (
                TimeSpan.FromMilliseconds(savedNow + Math.Max(0, wall - savedWall)), _time.GetUtcNow(), _time.GetTimestamp());
            return wall >= savedWall - CorrectionMs;
        }
    }

    /// <summary>Something was written then, so it is not earlier now.</summary>
    public void NotBefore(long moment)
    {
        lock (_gate)
            _now = TimeSpan.FromMilliseconds(Math.Max(_now.TotalMilliseconds, moment));
    }
}
