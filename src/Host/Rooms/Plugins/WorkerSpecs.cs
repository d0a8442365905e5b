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
        server.Entry,
        roomAlias,
        [.. installed.Manifest.Capabilities.Select(capability => capability.Name.Name)],
        new WorkerLimits(server.Limits.MemoryMb, server.Limits.CpuPercent));
}
