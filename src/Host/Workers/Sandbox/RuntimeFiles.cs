using System.Runtime.InteropServices;
using PluginRoom.Host.Workers.Sandbox.Spawning;

namespace PluginRoom.Host.Workers.Sandbox;

/// <summary>
/// The files without which the worker's .NET does not run, found once: the runtime that runs this host, and the system libraries that
/// it needs, as the dynamic loader itself resolves them. Nothing else of the machine is shown to a worker.
/// </summary>
internal sealed record RuntimeFiles(string DotnetRoot, IReadOnlyList<string> Libraries)
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(10);

    internal string Dotnet => Path.Combine(DotnetRoot, "dotnet");

    internal static async Task<RuntimeFiles> FindAsync(TimeProvider time)
    {
        // .../dotnet/shared/Microsoft.NETCore.App/10.0.x/
        var runtime = RuntimeEnvironment.GetRuntimeDirectory().TrimEnd(Path.DirectorySeparatorChar);
        var root = Path.GetFullPath("../../..", runtime);
        // The cryptography shim opens OpenSSL by name when it is first used, so the loader does not list it; a hash without it ends the process.
        foreach (var name in (string[])["libssl.so.3", "libcrypto.so.3"])
            NativeLibrary.TryLoad(name, out _);
        var mapped = await MappedLibrariesAsync().ConfigureAwait(false);
        var loader = LoaderAmong(mapped);
        string[] programs =
        [
            Path.Combine(root, "dotnet"),
            .. Directory.GetFiles(runtime, "*.so"),
            .. mapped.Where(static path => Path.GetFileName(path) is "libssl.so.3" or "libcrypto.so.3"),
        ];
        var libraries = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var program in programs)
            await AddClosureAsync(libraries, loader, program, time).ConfigureAwait(false);
        libraries.RemoveWhere(path => path.StartsWith(root + "/", StringComparison.Ordinal));
        return new(root, [.. libraries]);
    }

    /// <summary>A library and those that it needs.</summary>
    internal static async Task<IReadOnlyList<string>> ClosureOfAsync(string library, TimeProvider time)
    {
        var libraries = new SortedSet<string>(StringComparer.Ordinal);
        await AddClosureAsync(libraries, LoaderAmong(await MappedLibrariesAsync().ConfigureAwait(false)), library, time).ConfigureAwait(false);
        return [.. libraries];
    }

    private static string LoaderAmong(List<string> mapped) =>
        mapped.FirstOrDefault(static path => Path.GetFileName(path).StartsWith("ld-", StringComparison.Ordinal))
        ?? throw new FileNotFoundException("The dynamic loader is not among this process's libraries.");

    private static async Task<List<string>> MappedLibrariesAsync()
    {
        var paths = new List<string>();
        foreach (var line in await File.ReadAllLinesAsync("/proc/self/maps").ConfigureAwait(false))
        {
            if (line.IndexOf('/', StringComparison.Ordinal) is >= 0 and var start && !paths.Contains(line[start..]))
                paths.Add(line[start..]);
        }

        return paths;
    }

    // Lines are "libc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x...)", and for the loader "/lib64/ld-linux-x86-64.so.2 (0x...)"
    // with or without where it was found instead; programs name it by the path on the left.
    private static async Task AddClosureAsync(SortedSet<string> libraries, string loader, string program, TimeProvider time)
    {
        var list = await ChildOutput.RunAsync(new(loader, ["--list", program]), time, Deadline).ConfigureAwait(false);
        if (!program.EndsWith("/dotnet", StringComparison.Ordinal))
            libraries.Add(program);
        foreach (var line in list.Output.Split('\n'))
        {
            var start = line.IndexOf('/', StringComparison.Ordinal);
            if (start >= 0 && line.IndexOf(' ', start) is > 0 and var end)
                libraries.Add(line[start..end]);
        }
    }
}
