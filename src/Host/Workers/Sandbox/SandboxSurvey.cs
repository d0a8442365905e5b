using PluginRoom.Host.Workers.Sandbox.Probing;

namespace PluginRoom.Host.Workers.Sandbox;

/// <summary>How this machine does in every tier that confines.</summary>
/// <param name="Tier">Where workers run; null: none does.</param>
/// <param name="Problem">What keeps them from running, or from running in a stronger tier, and what to do; null: nothing.</param>
/// <param name="Findings">Strongest first.</param>
internal sealed record SandboxSurvey(SandboxTier? Tier, SandboxTier Floor, string? Problem, IReadOnlyList<TierFinding> Findings);
