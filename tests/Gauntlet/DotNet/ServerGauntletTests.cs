using PluginRoom.Gauntlet.DotNet.Running;
using PluginRoom.Gauntlet.Hostile;
using PluginRoom.Gauntlet.Results;
using PluginRoom.Host.Workers.Sandbox;

namespace PluginRoom.Gauntlet.DotNet;

/// <summary>
/// Every attempt of a hostile plugin's server side: in tier 0, the control, and in both tiers that confine. The table shows tier 1; a
/// note says where tier 2 differs.
/// </summary>
public sealed class ServerGauntletTests(GauntletRun run)
{
    /// <summary>Of the attempts that work without a sandbox on this machine; fewer would say that the harness is broken.</summary>
    private const int LeastCounted = 120;

    [Fact]
    public async Task What_a_plugins_server_side_reaches_is_what_the_list_names()
    {
        using var surroundings = new Surroundings();
        var without = await FindAsync(SandboxTier.None, surroundings);
        var namespaces = await FindAsync(SandboxTier.Namespaces, surroundings);
        var landlock = await FindAsync(SandboxTier.Landlock, surroundings);

        foreach (var attempt in HostilePlugin.Attempts)
            run.Table.Add(Row(attempt, without[attempt], namespaces[attempt], landlock[attempt]));
        Assert.Equal(Expected(KnownOpen.InTier1), Open(namespaces));
        Assert.Equal(Expected(KnownOpen.InTier2), Open(landlock));
        Assert.InRange(without.Values.Count(static finding => finding.IsOpen), LeastCounted, HostilePlugin.Attempts.Count);
    }

    private static GauntletRow Row(IAttempt attempt, Finding without, Finding namespaces, Finding landlock)
    {
        List<string> notes = [];
        if (namespaces.IsOpen != landlock.IsOpen)
            notes.Add("tier 2: " + Outcome(landlock));
        if ((namespaces.IsOpen || landlock.IsOpen) && KnownOpen.All.TryGetValue(Name(attempt), out var known))
            notes.Add(known.Reason);
        return new("server, .NET", attempt.Vector, Outcome(without), Outcome(namespaces), string.Join("; ", notes));
    }

    private static Outcome Outcome(Finding finding) => finding.IsOpen ? Results.Outcome.Open : Results.Outcome.Blocked;

    private static IEnumerable<string> Expected(string only) =>
        KnownOpen.All.Where(known => known.Value.Where == only || known.Value.Where == KnownOpen.InBoth).Select(static known => known.Key)
            .Order(StringComparer.Ordinal);

    private static IEnumerable<string> Open(Dictionary<IAttempt, Finding> findings) =>
        findings.Where(static found => found.Value.IsOpen).Select(static found => Name(found.Key)).Order(StringComparer.Ordinal);

    private static string Name(IAttempt attempt) => $"{attempt.GetType().Namespace!.Split('.')[^1]}.{attempt.GetType().Name}";

    private async Task<Dictionary<IAttempt, Finding>> FindAsync(SandboxTier tier, Surroundings surroundings)
    {
        await using var server = new ServerRun(tier, surroundings, run.Canary);
        return await server.TryAllAsync(HostilePlugin.Attempts);
    }
}
