using PluginRoom.Host.Vocabulary;
using PluginRoom.Protocol.Worker;

namespace PluginRoom.Host.Workers.Sandbox;

/// <summary>A process that is wanted, whatever the tier.</summary>
/// <param name="Mode">Of <see cref="WorkerLaunch.Mode"/>.</param>
/// <param name="PluginDirectory">On the host.</param>
internal sealed record WorkerStart(string Mode, ServerRuntime Runtime, string PluginDirectory, WorkerLimits Limits);
