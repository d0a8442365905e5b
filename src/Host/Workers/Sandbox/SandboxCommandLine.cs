using System.Globalization;

namespace PluginRoom.Host.Workers.Sandbox;

/// <summary>
/// What bubblewrap is told. The order is bubblewrap's: mounts happen as they are listed, and the root is made read-only last.
/// A seccomp program would be passed as a descriptor after <see cref="Namespaces"/>.
/// </summary>
internal sealed record SandboxCommandLine(RuntimeFiles Runtime, string WorkerPath)
{
    private const int TemporaryBytes = 8 << 20;
    private const ulong Megabyte = 1 << 20;

    /// <summary>Beside the managed heap a .NET process needs private memory of its own: code, stacks, the collector's tables.</summary>
    private const ulong NativeMegabytes = 128;

    // --unshare-user: --disable-userns demands it. --as-pid-1: otherwise /proc/1 is bubblewrap's, with the host's environment in it.
    private static readonly string[] Namespaces =
    [
        "--unshare-all", "--unshare-user", "--disable-userns", "--die-with-parent", "--as-pid-1", "--new-session", "--clearenv",
        "--cap-drop", "ALL", "--uid", "65534", "--gid", "65534", "--hostname", "plugin",
    ];

    // /proc is read-only because root in the host would otherwise own /proc/sys; urandom is what Guid and TLS read.
    private static readonly string[] System =
    [
        "--proc", "/proc", "--remount-ro", "/proc", "--dev-bind", "/dev/urandom", "/dev/urandom",
        "--size", TemporaryBytes.ToString(CultureInfo.InvariantCulture), "--perms", "0700", "--tmpfs", "/tmp",
        "--remount-ro", "/", "--chdir", "/tmp",
    ];

    internal IReadOnlyList<string> Run(string pluginDirectory, WorkerLimits limits) => Build("run", pluginDirectory, limits);

    /// <summary>The same sandbox around a worker that looks for holes in it.</summary>
    internal IReadOnlyList<string> Probe(string emptyDirectory) => Build("probe", emptyDirectory, new(64, 100));

    private List<string> Build(string mode, string pluginDirectory, WorkerLimits limits)
    {
        var heap = (ulong)limits.MemoryMb * Megabyte;
        var line = new List<string>(Namespaces);
        foreach (var part in (string[])["dotnet", "host", "shared/Microsoft.NETCore.App"])
            Bind(line, Path.Combine(Runtime.DotnetRoot, part), Path.Combine(Runtime.DotnetRoot, part));
        foreach (var library in Runtime.Libraries)
            Bind(line, library, library);
        line.AddRange(["--ro-bind-try", "/usr/share/zoneinfo", "/usr/share/zoneinfo"]);
        Bind(line, Path.GetDirectoryName(WorkerPath)!, "/app");
        Bind(line, pluginDirectory, "/plugin");
        line.AddRange(System);
        AddRuntimeSettings(line, heap);
        line.AddRange(["--", Runtime.Dotnet, "/app/" + Path.GetFileName(WorkerPath), mode]);
        line.Add((heap + (NativeMegabytes * Megabyte)).ToString(CultureInfo.InvariantCulture));
        return line;
    }

    private static void Bind(List<string> line, string source, string target) => line.AddRange(["--ro-bind", source, target]);

    // No diagnostics port (a socket in /tmp), and settings that were measured to start fast and stay small.
    private static void AddRuntimeSettings(List<string> line, ulong heap)
    {
        Set(line, "DOTNET_EnableDiagnostics", "0");
        Set(line, "DOTNET_TieredPGO", "0");
        Set(line, "DOTNET_EnableWriteXorExecute", "0");
        Set(line, "DOTNET_gcConcurrent", "0");
        Set(line, "DOTNET_GCHeapHardLimit", heap.ToString("x", CultureInfo.InvariantCulture));
        Set(line, "DOTNET_GCgen0size", "200000");
        Set(line, "DOTNET_SYSTEM_IO_DISABLEFILELOCKING", "1");
        Set(line, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1");
    }

    private static void Set(List<string> line, string name, string value) => line.AddRange(["--setenv", name, value]);
}
