using PluginRoom.Host.Vocabulary;
using PluginRoom.Host.Workers.Sandbox.Spawning;

namespace PluginRoom.Host.Workers.Sandbox.Namespaces;

/// <summary>Tier 1.</summary>
internal sealed class BubblewrapStarter(string bubblewrapPath, BubblewrapCommandLine line) : TierStarter
{
    internal override SandboxTier Tier => SandboxTier.Namespaces;

    internal override string Isolation => "tier 1: bubblewrap; own namespaces, no network, no files but its own";

    internal override Task<ChildProcess> StartAsync(string mode, ServerRuntime runtime, string pluginDirectory, WorkerLimits limits) =>
        ChildProcess.StartAsync(new(bubblewrapPath, line.For(mode, runtime, pluginDirectory, limits, Argument)));
}
