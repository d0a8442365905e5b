using System.Globalization;

namespace PluginRoom.Host.Workers.Sandbox.Namespaces;

/// <summary>
/// What bubblewrap is told. The order is bubblewrap's: mounts happen as they are listed, and the root is made read-only last.
/// </summary>
internal sealed record BubblewrapCommandLine(RuntimeFiles Runtime, string WorkerPath)
{
    internal const string PluginDirectory = "/plugin";

    // --unshare-user: --disable-userns demands it. --as-pid-1: otherwise /proc/1 is bubblewrap's, with the host's environment in it.
    private static readonly string[] Namespaces =
    [
        "--unshare-all", "--unshare-user", "--disable-userns", "--die-with-parent", "--as-pid-1", "--new-session", "--clearenv",
        "--cap-drop", "ALL", "--uid", "65534", "--gid", "65534", "--hostname", "plugin",
        "--seccomp", "3",
    ];

    // /proc is read-only because root in the host would otherwise own /proc/sys; urandom is what Guid and TLS read.
    private static readonly string[] System =
    [
        "--proc", "/proc", "--remount-ro", "/proc", "--dev-bind", "/dev/urandom", "/dev/urandom",
    ];

    /// <param name="launch">The worker's one argument.</param>
    internal IReadOnlyList<string> For(WorkerStart start, string launch)
    {
        var line = new List<string>(Namespaces);
        foreach (var part in (string[])["dotnet", "host", "shared/Microsoft.NETCore.App"])
            Bind(line, Path.Combine(Runtime.DotnetRoot, part), Path.Combine(Runtime.DotnetRoot, part));
        foreach (var library in Runtime.Libraries.Concat(start.MoreLibraries))
            Bind(line, library, library);
        line.AddRange(["--ro-bind-try", "/usr/share/zoneinfo", "/usr/share/zoneinfo"]);
        Bind(line, Path.GetDirectoryName(WorkerPath)!, "/app");
        Bind(line, start.PluginDirectory, PluginDirectory);
        line.AddRange(System);
        AddScratch(line, WorkerConfinements.ScratchBytes(start.Limits));
        foreach (var (name, value) in RuntimeSettings.For(start))
            line.AddRange(["--setenv", name, value]);
        line.AddRange(["--", Runtime.Dotnet, "/app/" + Path.GetFileName(WorkerPath), launch]);
        return line;
    }

    // A size of 0 means half of the machine's memory; so then it is an empty folder of the read-only root.
    private static void AddScratch(List<string> line, ulong bytes)
    {
        if (bytes > 0)
            line.AddRange(["--size", bytes.ToString(CultureInfo.InvariantCulture)]);
        line.AddRange(["--perms", "0700", bytes > 0 ? "--tmpfs" : "--dir", "/tmp", "--remount-ro", "/", "--chdir", "/tmp"]);
    }

    private static void Bind(List<string> line, string source, string target) => line.AddRange(["--ro-bind", source, target]);
}
