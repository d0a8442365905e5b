namespace PluginRoom.Host.Workers.Limits;

/// <summary>The one thread of a host that looks at all its workers. It lives as long as there is a worker.</summary>
internal sealed class WorkerWatch
{
    // Processes live in real time, also where the deadlines of a test do not.
    private static readonly TimeProvider Time = TimeProvider.System;
    private readonly List<WorkerGuard> _guards = [];
    private bool _runs;
    private bool _added;

    internal void Add(WorkerGuard guard)
    {
        guard.LastLook = guard.NextLook = Time.GetTimestamp();
        lock (_guards)
        {
            _guards.Add(guard);
            if (!_runs)
                new Thread(Run, 256 * 1024) { Name = "worker watch", IsBackground = true }.Start();
            _runs = _added = true;
            Monitor.Pulse(_guards);
        }
    }

    /// <summary>No look at it begins after this.</summary>
    internal void Remove(WorkerGuard guard)
    {
        lock (_guards)
            _guards.Remove(guard);
        guard.Dispose();
    }

    private void Run()
    {
        var round = new List<WorkerGuard>();
        while (TakeRound(round))
        {
            var next = long.MaxValue;
            foreach (var guard in round)
                next = Math.Min(next, LookWhenDue(guard));
            lock (_guards)
            {
                var wait = Time.GetElapsedTime(Time.GetTimestamp(), next);
                if (wait > TimeSpan.Zero && !_added)
                    Monitor.Wait(_guards, (int)Math.Ceiling(wait.TotalMilliseconds));
            }
        }
    }

    /// <summary>False when there is none left, and this thread ends.</summary>
    private bool TakeRound(List<WorkerGuard> round)
    {
        round.Clear();
        lock (_guards)
        {
            round.AddRange(_guards);
            _added = false;
            return _runs = round.Count > 0;
        }
    }

    private static long LookWhenDue(WorkerGuard guard)
    {
        var now = Time.GetTimestamp();
        if (now < guard.NextLook)
            return guard.NextLook;
        var wait = Look(guard, Time.GetElapsedTime(guard.LastLook, now));
        guard.LastLook = now;
        return guard.NextLook = now + (long)(wait.TotalSeconds * Time.TimestampFrequency);
    }

    // What goes wrong with one worker must not end the watch over the others, and must not leave that one without.
#pragma warning disable CA1031
    private static TimeSpan Look(WorkerGuard guard, TimeSpan elapsed)
    {
        try
        {
            return guard.Look(elapsed);
        }
        catch (Exception failure)
        {
            return guard.Fail(failure);
        }
    }
#pragma warning restore CA1031
}
