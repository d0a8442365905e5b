using PluginRoom.Host.Vocabulary;
using PluginRoom.Protocol.Worker;

namespace PluginRoom.Host.Workers.Sandbox;

/// <summary>A process that is wanted, whatever the tier.</summary>
/// <param name="Mode">Of <see cref="WorkerLaunch.Mode"/>.</param>
/// <param name="PluginDirectory">On the host.</param>
internal sealed record WorkerStart(string Mode, ServerRuntime Runtime, string PluginDirectory, WorkerLimits Limits)
{
    /// <summary>Files of the system that this runtime needs beside <see cref="RuntimeFiles.Libraries"/>.</summary>
    internal IReadOnlyList<string> MoreLibraries { get; init; } = [];
}
