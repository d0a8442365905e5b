using System.Text.Json;
using PluginRoom.Host.Vocabulary;
using PluginRoom.Host.Workers.Sandbox.Spawning;
using PluginRoom.Protocol.Worker;

namespace PluginRoom.Host.Workers.Sandbox;

/// <summary>Starts workers in one of the tiers.</summary>
internal abstract class TierStarter
{
    internal abstract SandboxTier Tier { get; }

    /// <summary>How a worker of this tier is confined, in the words that the page shows.</summary>
    internal abstract string Isolation { get; }

    /// <param name="mode">Of <see cref="WorkerLaunch.Mode"/>.</param>
    internal abstract Task<ChildProcess> StartAsync(string mode, ServerRuntime runtime, string pluginDirectory, WorkerLimits limits);

    protected static string Argument(WorkerLaunch launch) => JsonSerializer.Serialize(launch, WorkerJson.Default.WorkerLaunch);
}
