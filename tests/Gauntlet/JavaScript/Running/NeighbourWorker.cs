using PluginRoom.Gauntlet.DotNet.Running;
using PluginRoom.Host.Vocabulary;
using PluginRoom.Host.Workers;

namespace PluginRoom.Gauntlet.JavaScript.Running;

/// <summary>Another plugin on the same host, which answers while a hostile one does its worst.</summary>
internal sealed class NeighbourWorker : IAsyncDisposable
{
    // On a busy machine; alone it answers within a millisecond.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly GauntletRoom _room = new(hasGate: true);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pluginroom-gauntlet-neighbour-");
    private readonly SemaphoreSlim _turn = new(1);
    private readonly SupervisedWorker _worker;

    private NeighbourWorker(WorkerLauncher launcher)
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "main.js"), "ui.on('input', ({ from, data }) => ui.send(from, data));");
        _worker = launcher.Supervise(
            new("test.pluginroom.neighbour", "1.0.0", _folder.FullName, ServerRuntime.Javascript, "main.js", "r1", ["ui.panel"], new WorkerLimits { StartSeconds = 30 }), _room);
    }

    internal static async Task<NeighbourWorker> StartAsync(WorkerLauncher launcher)
    {
        var neighbour = new NeighbourWorker(launcher);
        Assert.True(await neighbour._room.RunsAsync(TimeSpan.FromSeconds(30)), neighbour._room.Ending);
        return neighbour;
    }

    /// <summary>At least once and until it is over, ten times a second; false when it did not answer.</summary>
    internal async Task<bool> KeepAskingAsync(CancellationToken over)
    {
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        do
        {
            if (!await AnswersAsync())
                return false;
            await pace.WaitForNextTickAsync(CancellationToken.None);
        }
        while (!over.IsCancellationRequested);
        return true;
    }

    public async ValueTask DisposeAsync()
    {
        await _worker.DisposeAsync();
        _turn.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task<bool> AnswersAsync()
    {
        await _turn.WaitAsync();
        try
        {
            _worker.SendUiInput(GauntletRoom.Flow, "p1", "still there?"u8);
            return await _room.NextAsync(Patience) == "still there?";
        }
        finally
        {
            _turn.Release();
        }
    }
}
