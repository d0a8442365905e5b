using System.Text;
using PluginRoom.Host.Broker;
using PluginRoom.Host.Vocabulary;
using PluginRoom.Host.Workers;

namespace PluginRoom.Bench.Isolation;

/// <summary>A plugin that takes all it can get of one thing, and begins anew whenever it was ended for it.</summary>
internal sealed class BombingNeighbour : IAsyncDisposable
{
    private readonly CancellationTokenSource _over = new();
    private readonly SupervisedWorker _worker;
    private readonly Task _bombing;
    private int _limitsReached;

    private BombingNeighbour(WorkerLauncher launcher, string order)
    {
        var owner = new EchoOwner(static _ => { }, _ => Interlocked.Increment(ref _limitsReached));
        _worker = launcher.Supervise(Specs.Bomb, owner);
        _bombing = BombAsync(owner, Encoding.UTF8.GetBytes(order));
    }

    /// <summary>How often the host ended it or slowed it down.</summary>
    internal int LimitsReached => Volatile.Read(ref _limitsReached);

    internal static BombingNeighbour Start(WorkerLauncher launcher, string order) => new(launcher, order);

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        await _bombing;
        await _worker.DisposeAsync();
        _over.Dispose();
    }

    // Threads that spin do so for good; everything else is over after a moment and is asked for anew.
    private async Task BombAsync(EchoOwner owner, byte[] order)
    {
        await owner.Running.Task;
        var flow = new AuthorizedFlow(Capability.UiPanel, 0);
        PluginWorker? spinning = null;
        while (!_over.IsCancellationRequested)
        {
            if (_worker.State is WorkerFailed)
                await _worker.RestartAsync("the bench goes on");
            if (_worker.Current is { } process && process != spinning)
                _worker.SendUiInput(flow, "p1", order);
            spinning = order.AsSpan().SequenceEqual("spin"u8) ? _worker.Current : null;
            await Task.Delay(100, _over.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
