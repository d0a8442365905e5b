using System.Net;
using PluginRoom.Host.Egress;
using PluginRoom.Host.Egress.Network;
using PluginRoom.Host.Logging;
using PluginRoom.Host.Plugins.Limits;
using PluginRoom.Host.PluginUi.Addresses;
using PluginRoom.Host.Rooms;
using PluginRoom.Host.Storage;
using PluginRoom.Host.Trust;
using PluginRoom.Host.Trust.Policy;
using PluginRoom.Host.Workers.Sandbox;

namespace PluginRoom.Host.Settings;

/// <summary>What the operator decided, checked. Paths are absolute.</summary>
/// <param name="Port">0: the system picks a free one.</param>
/// <param name="PluginsFolder">Exists and can be listed.</param>
/// <param name="DataFolder">Exists and can be written.</param>
/// <param name="WebFolder">The built page (<c>index.html</c> and its assets); may be missing while developing.</param>
/// <param name="WorkerAssembly">The sandboxed process, <c>PluginRoom.Worker.dll</c>; may be missing while developing.</param>
public sealed record HostSettings(
    IPAddress Listen,
    int Port,
    string PluginsFolder,
    string DataFolder,
    string WebFolder,
    string WorkerAssembly)
{
    /// <summary>No plugin's server side runs in a weaker tier.</summary>
    public SandboxTier SandboxFloor { get; init; } = SandboxTier.Landlock;

    /// <summary>The most that a plugin's server side may ask for.</summary>
    public LimitCeiling PluginLimits { get; init; } = LimitCeiling.None;

    /// <summary>What the operator demands of plugins before they are taken.</summary>
    public TrustPolicy TrustPolicy { get; init; } = TrustPolicy.ForLoopback;

    /// <summary>The plugins that were built with this host.</summary>
    public BundledPlugins BundledPlugins { get; init; } = BundledPlugins.None;

    /// <summary>What is logged, and how.</summary>
    public LogSettings Log { get; init; } = new();

    /// <summary>How much plugins may keep, and how long.</summary>
    public StorageLimits StorageLimits { get; init; } = new();

    /// <summary>Where metrics and traces are sent; null: nowhere.</summary>
    public Uri? Collector { get; init; }

    public RoomSettings Rooms { get; init; } = new();

    /// <summary>What plugins' requests may reach besides the public internet.</summary>
    public EgressAllowance EgressAllowance { get; init; } = EgressAllowance.None;

    /// <summary>Keys that the host adds to plugins' requests.</summary>
    public SinkCredentials SinkCredentials { get; init; } = SinkCredentials.None;

    /// <summary>Empty unless the operator set an origin apart for plugins' frames.</summary>
    public PluginUiOrigins FrameOrigins { get; init; } = new();
}
