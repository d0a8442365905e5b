using PluginRoom.Host.Vocabulary;

namespace PluginRoom.Host.Workers;

/// <summary>What to run for one plugin in one room.</summary>
/// <param name="PluginDirectory">An absolute path; the only one of the host's folders that the plugin sees, read-only, as <c>/plugin</c>.</param>
/// <param name="Entry">The plugin's assembly or script, relative to <paramref name="PluginDirectory"/>.</param>
/// <param name="RoomAlias">Names the room towards this plugin only.</param>
/// <param name="Capabilities">Names declared in the manifest.</param>
public sealed record WorkerSpec(
    string PluginId,
    string Version,
    string PluginDirectory,
    ServerRuntime Runtime,
    string Entry,
    string RoomAlias,
    IReadOnlyList<string> Capabilities,
    WorkerLimits Limits);
