using System.Diagnostics;

namespace PluginRoom.Gauntlet.Canary;

/// <summary>Everything that arrived, as it comes.</summary>
internal sealed class HitLog
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, List<CanaryHit>> _hits = new(StringComparer.Ordinal);
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Add(string token, CanaryChannel channel, long bytes, string detail)
    {
        TaskCompletionSource arrived;
        lock (_lock)
        {
            if (!_hits.TryGetValue(token, out var hits))
                _hits[token] = hits = [];
            hits.Add(new(token, channel, bytes, detail, _clock.Elapsed));
            arrived = _next;
            _next = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        arrived.SetResult();
    }

    public TimeSpan Now => _clock.Elapsed;

    public IReadOnlyList<CanaryHit> Of(string token)
    {
        lock (_lock)
            return _hits.TryGetValue(token, out var hits) ? [.. hits] : [];
    }

    /// <summary>Waits until <paramref name="isEnough"/> holds, looking again at each arrival. False when <paramref name="most"/> is over first.</summary>
    public async Task<bool> Until(Func<bool> isEnough, TimeSpan most, CancellationToken stop)
    {
        using var deadline = new CancellationTokenSource(most);
        while (true)
        {
            Task next;
            lock (_lock)
                next = _next.Task;
            if (isEnough())
                return true;
            if (!await Arrives(next, deadline.Token, stop))
                return isEnough();
        }
    }

    /// <summary>Returns once nothing has arrived for these for <paramref name="quiet"/>, or when <paramref name="most"/> is over: some send for ever.</summary>
    public async Task Silence(IReadOnlyCollection<string> tokens, TimeSpan quiet, TimeSpan most, CancellationToken stop)
    {
        for (var end = Now + most; Now < end;)
        {
            var before = Count(tokens);
            if (!await Until(() => Count(tokens) > before, quiet, stop))
                return;
        }
    }

    private int Count(IReadOnlyCollection<string> tokens)
    {
        lock (_lock)
            return tokens.Sum(token => _hits.TryGetValue(token, out var hits) ? hits.Count : 0);
    }

    private static async Task<bool> Arrives(Task next, CancellationToken deadline, CancellationToken stop)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline, stop);
        try
        {
            await next.WaitAsync(either.Token);
            return true;
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return false;
        }
    }
}
