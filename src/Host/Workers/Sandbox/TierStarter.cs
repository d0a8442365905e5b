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

    internal abstract Task<ChildProcess> StartAsync(WorkerStart start);

    /// <summary>The worker's argument.</summary>
    /// <param name="pluginDirectory">As the worker sees it.</param>
    protected static string Launch(WorkerStart start, string pluginDirectory, WorkerConfinement? confinement) =>
        JsonSerializer.Serialize(new(start.Mode, start.Runtime.Name(), pluginDirectory, confinement), WorkerJson.Default.WorkerLaunch);
}
