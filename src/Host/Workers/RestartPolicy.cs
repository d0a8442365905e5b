namespace PluginRoom.Host.Workers;

/// <summary>How long to wait after a crash, and when to give up. One for each supervised worker.</summary>
internal sealed class RestartPolicy(TimeProvider time)
{
    private const int MaxCrashes = 5;
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Healthy = TimeSpan.FromMinutes(1);
    private readonly Queue<long> _crashes = [];
    private TimeSpan _next = First;

    /// <param name="ranFor">How long the process was ready; zero when it never was.</param>
    /// <returns>The time to wait, or null: five crashes within a minute are enough.</returns>
    internal TimeSpan? AfterCrash(TimeSpan ranFor)
    {
        if (ranFor >= Healthy)
            _next = First;
        while (_crashes.TryPeek(out var oldest) && time.GetElapsedTime(oldest) > Window)
            _crashes.Dequeue();
        _crashes.Enqueue(time.GetTimestamp());
        if (_crashes.Count >= MaxCrashes)
            return null;
        var delay = _next;
        _next = delay * 2 < Longest ? delay * 2 : Longest;
        return delay;
    }

    internal void Forget()
    {
        _crashes.Clear();
        _next = First;
    }
}
