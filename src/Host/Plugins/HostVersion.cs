using PluginRoom.Host.Plugins.Manifest.Versions;

namespace PluginRoom.Host.Plugins;

/// <summary>The version of the plugin API, which manifests name in <c>engines.pluginroom</c>.</summary>
public static class HostVersion
{
    public static SemanticVersion Current { get; } = new(1, 0, 0);
}
