using PluginRoom.EndToEnd.Tests.Fixtures;
using PluginRoom.Gauntlet.Canary;
using PluginRoom.Gauntlet.Results;

[assembly: AssemblyFixture(typeof(GauntletRun))]
// One after the other: each browser has the machine to itself, and what is waited for comes in its time.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace PluginRoom.Gauntlet.Results;

/// <summary>What all surfaces share in one run: the canary, and the table that is printed and kept when the run is over.</summary>
public sealed class GauntletRun : IAsyncLifetime
{
    internal CanaryListener Canary { get; } = CanaryListener.Start();

    internal ResultTable Table { get; } = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await Canary.DisposeAsync();
        if (Table.Rows.Count == 0)
            return;
        await File.WriteAllTextAsync(Path.Combine(Prerequisites.Artifacts, "gauntlet.md"), Table.ToMarkdown());
        await Console.Out.WriteLineAsync(Table.ToMarkdown());
    }
}
