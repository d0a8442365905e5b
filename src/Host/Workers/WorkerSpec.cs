namespace PluginRoom.Host.Workers;

/// <summary>What to run for one plugin in one room.</summary>
/// <param name="PluginDirectory">An absolute path; the only one of the host's folders that the plugin sees, read-only, as <c>/plugin</c>.</param>
/// <param name="Entry">The plugin's assembly, relative to <paramref name="PluginDirectory"/>.</param>
/// <param name="RoomAlias">Names the room towards this plugin only.</param>
/// <param name="Capabilities">Names declared in the manifest.</param>
public sealed record WorkerSpec(
    string PluginId,
    string Version,
    string PluginDirectory,
    string Entry,
    string RoomAlias,
    IReadOnlyList<string> Capabilities,
    WorkerLimits Limits);

/// <summary>From the manifest's <c>server.limits</c>.</summary>
/// <param name="MemoryMb">Managed heap; the process's private memory may be 128 MB more.</param>
/// <param name="CpuPercent">Of one core, as declared. Nothing holds a worker to it yet: that needs cgroups or a watchdog of its own.</param>
public sealed record WorkerLimits(int MemoryMb, int CpuPercent);
