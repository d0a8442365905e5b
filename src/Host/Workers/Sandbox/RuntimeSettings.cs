using System.Globalization;
using PluginRoom.Host.Vocabulary;

namespace PluginRoom.Host.Workers.Sandbox;

/// <summary>
/// The environment of a worker's .NET, in every tier: no diagnostics port (a socket in /tmp), and settings that were measured to start
/// fast and stay small.
/// </summary>
internal static class RuntimeSettings
{
    /// <summary>Of a managed thread, as on other systems. The C library would reserve 8 MB, and the limit on private memory counts all of it.</summary>
    internal const ulong StackBytes = 1536 << 10;

    internal static IReadOnlyList<(string Name, string Value)> For(WorkerStart start) =>
    [
        ("DOTNET_EnableDiagnostics", "0"),
        ("DOTNET_TieredPGO", "0"),
        ("DOTNET_EnableWriteXorExecute", "0"),
        ("DOTNET_gcConcurrent", "0"),
        ("DOTNET_GCHeapHardLimit", ((long)start.Limits.MemoryMb << 20).ToString("x", CultureInfo.InvariantCulture)),
        ("DOTNET_DefaultStackSize", StackBytes.ToString("x", CultureInfo.InvariantCulture)),
        ("DOTNET_GCgen0size", "200000"),
        ("DOTNET_SYSTEM_IO_DISABLEFILELOCKING", "1"),
        ("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1"),
        .. start.Runtime == ServerRuntime.Javascript ? JavaScript(start.Limits) : [],
    ];

    // No compiler, so no memory that is written and run; no cage of 64 GB of addresses; and collections that come early enough for the
    // limit, of which the engine knows nothing: it goes by the machine's memory, which is stated as twice what the plugin may have.
    private static (string Name, string Value)[] JavaScript(WorkerLimits limits) =>
    [
        ("JSC_useJIT", "0"),
        ("JSC_useWasm", "0"),
        ("GIGACAGE_ENABLED", "no"),
        ("JSC_forceRAMSize", ((long)limits.MemoryMb << 21).ToString(CultureInfo.InvariantCulture)),
    ];
}
