using System.Collections.Concurrent;
using PluginRoom.Gauntlet.DotNet.Running;
using PluginRoom.Gauntlet.JavaScript.Running;
using PluginRoom.Gauntlet.Results;
using PluginRoom.Host.Workers;
using PluginRoom.Host.Workers.Sandbox;

namespace PluginRoom.Gauntlet.JavaScript;

/// <summary>Every hostile script: in Node behind a naive bridge, the control, and in the worker in tier 1.</summary>
public sealed class JavaScriptGauntletTests(GauntletRun run)
{
    private readonly ConcurrentDictionary<string, string> _open = [];
    private readonly ConcurrentBag<string> _withoutControl = [];

    [Fact]
    public async Task What_a_script_reaches_is_what_the_list_names()
    {
        Environment.SetEnvironmentVariable(ScriptTarget.SecretVariable, ScriptTarget.Secret);
        var launcher = HostileProcess.Launcher(SandboxTier.Namespaces);
        await using var neighbour = await NeighbourWorker.StartAsync(launcher);
        var attempts = ScriptAttempt.All();

        await Parallel.ForEachAsync(
            attempts, new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (attempt, _) => await TryAsync(attempt, launcher, neighbour));

        Environment.SetEnvironmentVariable(ScriptTarget.SecretVariable, null);
        Assert.Equal(KnownOpenScripts.All.Keys.Order(StringComparer.Ordinal), _open.Select(static found => found.Key).Order(StringComparer.Ordinal));
        Assert.Empty(_withoutControl);
    }

    private async Task TryAsync(ScriptAttempt attempt, WorkerLauncher launcher, NeighbourWorker neighbour)
    {
        var (without, with) = (await WithoutAsync(attempt), await WithAsync(attempt, launcher, neighbour));
        if (!without && attempt.Uncounted is null)
            _withoutControl.Add(attempt.Name);
        if (with.IsOpen)
            _open[attempt.Name] = with.Words;
        var note = with.IsOpen ? KnownOpenScripts.All.GetValueOrDefault(attempt.Name, with.Words) : "";
        var control = !without && attempt.Uncounted is { } reason ? Results.Outcome.NotApplicable(reason) : Outcome(without);
        run.Table.Add(new("server, JavaScript", attempt.Vector, control, Outcome(with.IsOpen), note));
    }

    private async Task<bool> WithoutAsync(ScriptAttempt attempt)
    {
        var port = run.Canary.Open();
        using var target = new ScriptTarget(attempt, port);
        using var control = new NodeControl(attempt, target);
        return await control.IsOpenAsync(run.Canary, port);
    }

    private async Task<ScriptFinding> WithAsync(ScriptAttempt attempt, WorkerLauncher launcher, NeighbourWorker neighbour)
    {
        var port = run.Canary.Open();
        using var target = new ScriptTarget(attempt, port);
        await using var trial = new ScriptTrial(launcher, attempt, target);
        return await trial.RunAsync(run.Canary, port, neighbour);
    }

    private static Outcome Outcome(bool isOpen) => isOpen ? Results.Outcome.Open : Results.Outcome.Blocked;
}
