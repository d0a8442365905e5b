using PluginRoom.Host.Plugins.Catalog;
using PluginRoom.Host.Plugins.Manifest;
using PluginRoom.Host.Workers;

namespace PluginRoom.Host.Rooms.Plugins;

/// <summary>What the manifest says about the server side, as the worker's launcher takes it.</summary>
internal static class WorkerSpecs
{
    public static WorkerSpec For(InstalledPlugin installed, ManifestServer server, string roomAlias) => new(
        installed.Manifest.Id,
        installed.Manifest.Version,
        installed.Directory,
        server.Runtime,
        server.Entry,
        roomAlias,
        [.. installed.Manifest.Capabilities.Select(capability => capability.Name.Name)],
        LimitsOf(server.Limits));

    private static WorkerLimits LimitsOf(ManifestLimits limits) => new(
        limits.MemoryMb,
        limits.CpuPercent,
        limits.Threads,
        limits.OpenFiles,
        limits.ScratchMb,
        limits.StartSeconds,
        limits.HandlerSeconds,
        limits.MessagesPerSecond);
}
