namespace PluginRoom.Host.Health;

/// <summary>Why the host is not ready, or less than whole. Programs read them, so they keep their meaning.</summary>
internal static class HealthReasons
{
    public const string PluginsSettling = "plugins.settling";
    public const string StorageFailing = "storage.failing";
    public const string StorageSlow = "storage.slow";
    public const string SandboxProbing = "sandbox.probing";

    /// <summary>Plugins' server sides do not run here; everything else does.</summary>
    public const string SandboxNone = "sandbox.none";
    public const string Stopping = "host.stopping";
}
