namespace PluginRoom.Host.Rooms;

/// <summary>Lets a burst through and then a steady rate. Starts full.</summary>
public sealed class TokenBucket
{
    private readonly Lock _lock = new();
    private readonly TimeProvider _time;
    private readonly double _burst;
    private readonly double _perSecond;
    private double _tokens;
    private long _last;

    public TokenBucket(TimeProvider time, double burst, double perSecond)
    {
        (_time, _burst, _perSecond, _tokens) = (time, burst, perSecond, burst);
        _last = time.GetTimestamp();
    }

    public bool TryTake(double tokens)
    {
        lock (_lock)
        {
            var now = _time.GetTimestamp();
            _tokens = Math.Min(_burst, _tokens + (_time.GetElapsedTime(_last, now).TotalSeconds * _perSecond));
            _last = now;
            if (_tokens < tokens)
                return false;
            _tokens -= tokens;
            return true;
        }
    }
}
