using PluginRoom.Host.Workers.Sandbox.Probing;

namespace PluginRoom.Host.Workers.Sandbox;

/// <summary>The tiers' order and what they are called.</summary>
internal static class SandboxTiers
{
    private static readonly SandboxTier[] StrongestFirst = [SandboxTier.Namespaces, SandboxTier.Landlock, SandboxTier.None];

    internal static IEnumerable<SandboxTier> DownTo(SandboxTier floor) => StrongestFirst.TakeWhile(tier => tier != floor).Append(floor);

    internal static string Name(this SandboxTier tier) => tier switch
    {
        SandboxTier.Namespaces => "bubblewrap and seccomp",
        SandboxTier.Landlock => "Landlock and seccomp",
        _ => "none",
    };

    /// <summary>Why no worker starts, and what would help.</summary>
    /// <param name="floor">Null where one tier was asked for.</param>
    internal static SandboxReadiness Refusal(IReadOnlyList<TierFinding> failed, SandboxTier? floor)
    {
        var first = failed[0].Readiness;
        // What stands in the way of every tier is said once.
        if (floor is null || first.Problem is SandboxProblem.NotLinux or SandboxProblem.WorkerMissing or SandboxProblem.RuntimeNotFound)
            return first;
        var advice = string.Join(' ', failed.Select(static finding => $"Tier {(int)finding.Tier}: {Sentence(finding.Readiness.Advice)}"));
        var below = floor == SandboxTier.Namespaces ? " Tier 2 is below this host's floor; --sandbox-floor 2 would allow it." : "";
        return new(
            floor == SandboxTier.Namespaces ? SandboxProblem.BelowFloor : first.Problem,
            $"No sandbox that this host accepts works here. {advice}{below}",
            string.Join("; ", failed.Select(static finding => finding.Readiness.Detail).Where(static detail => detail.Length > 0)));
    }

    private static string Sentence(string text) => text.EndsWith('.') ? text : text + ".";
}
