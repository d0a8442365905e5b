namespace PluginRoom.Host.Workers.Limits;

/// <summary>How many lines of one plugin reach the host's log: enough to debug it, too few to fill a disk.</summary>
internal sealed class LogAllowance(TimeProvider time)
{
    private const int LinesPerSecond = 50;
    private long _since = time.GetTimestamp();
    private int _lines;

    /// <summary>Called by one thread.</summary>
    internal bool Take()
    {
        if (time.GetElapsedTime(_since) >= TimeSpan.FromSeconds(1))
            (_since, _lines) = (time.GetTimestamp(), 0);
        return ++_lines <= LinesPerSecond;
    }
}
