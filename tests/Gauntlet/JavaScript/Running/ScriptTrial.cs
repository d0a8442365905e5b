using PluginRoom.Gauntlet.Canary;
using PluginRoom.Gauntlet.DotNet.Running;
using PluginRoom.Host.Vocabulary;
using PluginRoom.Host.Workers;

namespace PluginRoom.Gauntlet.JavaScript.Running;

/// <param name="Words">What it said, or why its process ended.</param>
internal sealed record ScriptFinding(bool IsOpen, string Words);

/// <summary>One attempt in a worker of its own, as the host starts it.</summary>
internal sealed class ScriptTrial : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Arrival = TimeSpan.FromMilliseconds(150);
    private readonly GauntletRoom _room = new(hasGate: true);
    private readonly ScriptAttempt _attempt;
    private readonly ScriptTarget _target;
    private readonly SupervisedWorker _worker;
    private readonly List<string> _said = [];
    private long _memory;

    internal ScriptTrial(WorkerLauncher launcher, ScriptAttempt attempt, ScriptTarget target)
    {
        (_attempt, _target) = (attempt, target);
        _worker = launcher.Supervise(
            new("test.pluginroom.script", "1.0.0", target.Folder, ServerRuntime.Javascript, "main.js", "r1", ["ui.panel"], ScriptLimits.Worker), _room);
    }

    internal async Task<ScriptFinding> RunAsync(CanaryListener canary, CanaryPort port, NeighbourWorker neighbour)
    {
        using var over = new CancellationTokenSource();
        var watching = Task.Run(() => Watch(over.Token));
        var others = _attempt.IsHeavy ? neighbour.KeepAskingAsync(over.Token) : Task.FromResult(true);
        var came = await TryAsync();
        await over.CancelAsync();
        await watching;
        var words = string.Join(" | ", [.. _said.Take(3), .. _room.Faults, _room.Ending]);
        if (!await others)
            return new(true, "a neighbour waited too long; " + words);
        return new(await IsOpenAsync(came, canary, port), words);
    }

    public ValueTask DisposeAsync() => _worker.DisposeAsync();

    private async Task<bool> IsOpenAsync(bool came, CanaryListener canary, CanaryPort port) => _attempt.Proof switch
    {
        ScriptProof.Canary => await canary.Heard([port], Arrival, TestContext.Current.CancellationToken),
        ScriptProof.Posted => _room.Posted.Contains(_target.Token) || _said.Exists(said => _attempt.IsIn(said, _target)),
        ScriptProof.Memory => !came || Volatile.Read(ref _memory) > ScriptLimits.MemoryBytes,
        ScriptProof.Flood => !came || ScriptLimits.IsFlood(_room.Lines, _room.LineBytes),
        ScriptProof.Endless or ScriptProof.Gone => !came,
        _ => _said.Exists(said => _attempt.IsIn(said, _target)),
    };

    /// <summary>Until it answers the next event, or the host has ended it.</summary>
    private async Task<bool> TryAsync()
    {
        if (!await _room.RunsAsync(Patience))
        {
            // Any other has to get as far as its attempt.
            Assert.True(_attempt.Proof == ScriptProof.Endless, $"{_attempt.Name} does not start: {_room.Ending}");
            return true;
        }

        _worker.SendUiInput(GauntletRoom.Flow, "p1", "go"u8);
        _worker.SendUiInput(GauntletRoom.Flow, "p1", "next"u8);
        while (await _room.NextAsync(Patience) is { } said)
        {
            if (said == "here")
                return true;
            _said.Add(said);
        }

        return _room.Ending != GauntletRoom.Silence;
    }

    private void Watch(CancellationToken over)
    {
        do
        {
            if (_worker.Current is { } process)
                _memory = Math.Max(_memory, ProcessMemory.Of(process.ProcessId));
        }
        while (!over.WaitHandle.WaitOne(TimeSpan.FromMilliseconds(20)));
    }
}
