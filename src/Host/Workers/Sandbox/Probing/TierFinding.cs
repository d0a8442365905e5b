namespace PluginRoom.Host.Workers.Sandbox.Probing;

/// <summary>How a tier did on this machine.</summary>
/// <param name="Starter">Null where it does not hold.</param>
internal sealed record TierFinding(SandboxTier Tier, SandboxReadiness Readiness, TierStarter? Starter);
