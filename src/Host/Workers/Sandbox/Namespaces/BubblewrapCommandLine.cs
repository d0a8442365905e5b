using System.Globalization;
using PluginRoom.Host.Vocabulary;
using PluginRoom.Protocol.Worker;

namespace PluginRoom.Host.Workers.Sandbox.Namespaces;

/// <summary>
/// What bubblewrap is told. The order is bubblewrap's: mounts happen as they are listed, and the root is made read-only last.
/// A seccomp program would be passed as a descriptor after <see cref="Namespaces"/>.
/// </summary>
internal sealed record BubblewrapCommandLine(RuntimeFiles Runtime, string WorkerPath)
{
    private const string PluginDirectory = "/plugin";

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
        "--size", WorkerConfinements.ScratchBytes.ToString(CultureInfo.InvariantCulture), "--perms", "0700", "--tmpfs", "/tmp",
        "--remount-ro", "/", "--chdir", "/tmp",
    ];

    internal IReadOnlyList<string> For(
        string mode, ServerRuntime runtime, string pluginDirectory, WorkerLimits limits, Func<WorkerLaunch, string> argument)
    {
        var line = new List<string>(Namespaces);
        foreach (var part in (string[])["dotnet", "host", "shared/Microsoft.NETCore.App"])
            Bind(line, Path.Combine(Runtime.DotnetRoot, part), Path.Combine(Runtime.DotnetRoot, part));
        foreach (var library in Runtime.Libraries)
            Bind(line, library, library);
        line.AddRange(["--ro-bind-try", "/usr/share/zoneinfo", "/usr/share/zoneinfo"]);
        Bind(line, Path.GetDirectoryName(WorkerPath)!, "/app");
        Bind(line, pluginDirectory, PluginDirectory);
        line.AddRange(System);
        foreach (var (name, value) in RuntimeSettings.For(limits))
            line.AddRange(["--setenv", name, value]);
        line.AddRange(["--", Runtime.Dotnet, "/app/" + Path.GetFileName(WorkerPath)]);
        line.Add(argument(new(mode, runtime.Name(), PluginDirectory, WorkerConfinements.Of(limits))));
        return line;
    }

    private static void Bind(List<string> line, string source, string target) => line.AddRange(["--ro-bind", source, target]);
}
