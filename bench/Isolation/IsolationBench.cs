namespace PluginRoom.Bench.Isolation;

/// <summary>What the sandbox costs: start, memory and messages, tier by tier; and what a plugin that bombs costs its neighbour.</summary>
internal static class IsolationBench
{
    internal static async Task RunAsync()
    {
        var tiers = await Tiers.HereAsync();
        await TierStarts.RunAsync(tiers, "dotnet", Specs.Echo);
        await TierStarts.RunAsync(tiers, "javascript", Specs.Script);
        await TierHops.RunAsync(tiers);
        var (name, launcher) = tiers[^1];
        await ScriptSpeed.RunAsync(launcher);
        await NeighbourCost.RunAsync(name, launcher);
    }
}
