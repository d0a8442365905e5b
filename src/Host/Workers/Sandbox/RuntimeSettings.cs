using System.Globalization;

namespace PluginRoom.Host.Workers.Sandbox;

/// <summary>
/// The environment of a worker's .NET, in every tier: no diagnostics port (a socket in /tmp), and settings that were measured to start
/// fast and stay small.
/// </summary>
internal static class RuntimeSettings
{
    internal static IReadOnlyList<(string Name, string Value)> For(WorkerLimits limits) =>
    [
        ("DOTNET_EnableDiagnostics", "0"),
        ("DOTNET_TieredPGO", "0"),
        ("DOTNET_EnableWriteXorExecute", "0"),
        ("DOTNET_gcConcurrent", "0"),
        ("DOTNET_GCHeapHardLimit", ((long)limits.MemoryMb << 20).ToString("x", CultureInfo.InvariantCulture)),
        ("DOTNET_GCgen0size", "200000"),
        ("DOTNET_SYSTEM_IO_DISABLEFILELOCKING", "1"),
        ("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1"),
    ];
}
