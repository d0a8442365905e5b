using System.Collections;
using System.Runtime.CompilerServices;
using PluginRoom.Protocol.Worker;

namespace PluginRoom.Worker.Confinement;

/// <summary>
/// The worker's part of the probe at host start: tries what the sandbox must prevent and names what succeeded. Run before any plugin
/// is, so that a machine on which the sandbox does not hold is found before it matters.
/// </summary>
internal static class LookAround
{
    /// <summary>Where the host puts a descriptor that would be handed on if the sandbox let any through.</summary>
    internal const int CanaryDescriptors = 500;

    /// <summary>A file that is made where it can be, and taken away again.</summary>
    private const string Mark = "leak";

    private const int LastDescriptor = 1023;

    private static readonly string[] Files =
    [
        "/etc/passwd", "/etc/hostname", "/etc/ssl/openssl.cnf", "/sys/kernel/mm/transparent_hugepage/enabled", "/dev/mem", "/dev/kmsg",
    ];

    // With namespaces of its own these tell a process about itself; without, about the machine and who is connected to it.
    private static readonly string[] SharedFiles =
    [
        "/proc/1/environ", "/proc/1/maps", "/proc/1/cmdline", "/proc/net/tcp", "/proc/net/unix", "/proc/self/net/tcp", "/proc/kallsyms",
    ];

    private static readonly string[] Folders = ["/etc", "/root", "/home", "/var", "/run", "/sys", "/dev/shm", "/proc/1/root/etc"];

    private static readonly string[] Writable = ["/proc/sys/kernel/core_pattern", "/proc/self/oom_score_adj", "/dev/shm/" + Mark];

    /// <summary>The number of holes is the exit code; a line on the output says that this code ran at all.</summary>
    internal static int Run(WorkerLaunch launch)
    {
        var leaks = Find(launch);
        Console.Out.Write("looked");
        foreach (var leak in leaks)
            Console.Error.WriteLine(leak);
        return leaks.Count;
    }

    internal static List<string> Find(WorkerLaunch launch)
    {
        var leaks = new List<string>();
        var ownNamespaces = launch.Confinement is { OwnNamespaces: true };
        string[] files = ownNamespaces ? Files : [.. Files, .. SharedFiles];
        FindFiles(leaks, launch, files);
        FindCalls(leaks);
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
            Note(leaks, !IsOurs((string)variable.Key, (string?)variable.Value), $"the environment is inherited ({variable.Key})");
        for (var descriptor = CanaryDescriptors; descriptor <= LastDescriptor; descriptor++)
            Note(leaks, Libc.FileControl(descriptor, Libc.GetDescriptorFlags, 0) >= 0, $"descriptor {descriptor} of the host is inherited");
        if (ownNamespaces || launch.Confinement is null)
            FindNamespaces(leaks);
        OnFinalizer(leaks, files);
        return leaks;
    }

    private static void FindFiles(List<string> leaks, WorkerLaunch launch, string[] files)
    {
        foreach (var file in files)
            Note(leaks, Opens(file, FileMode.Open, FileAccess.Read), file + " can be read");
        foreach (var folder in Folders)
            Note(leaks, Lists(folder), folder + " can be listed");
        foreach (var file in Writable)
            Note(leaks, Opens(file, FileMode.OpenOrCreate, FileAccess.Write), file + " can be written");
        foreach (var own in (string[])[launch.PluginDirectory, AppContext.BaseDirectory])
            Note(leaks, Opens(Path.Combine(own, Mark), FileMode.OpenOrCreate, FileAccess.Write), "the program's folders can be written");
    }

    private static void FindCalls(List<string> leaks)
    {
        foreach (var (name, call) in RefusedCalls.All)
            Note(leaks, call(), name + " is possible");
    }

    // What tier 2 hides only by refusing to open it.
    private static void FindNamespaces(List<string> leaks)
    {
        Note(leaks, Libc.ProcessId() != 1, "the process list is shared");
        foreach (var path in (string[])["/etc/passwd", "/root", "/home", "/var", "/run", "/sys", "/dev/shm"])
            Note(leaks, Path.Exists(path), path + " is visible");
    }

    // Threads that were there before the restrictions are the ones that these could have missed.
    private static void OnFinalizer(List<string> leaks, string[] files)
    {
        Abandon(leaks, files);
#pragma warning disable RS0030 // The only way to have something run on the finalizer's thread now.
        GC.Collect();
#pragma warning restore RS0030
        GC.WaitForPendingFinalizers();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Abandon(List<string> leaks, string[] files) => _ = new Finalized(leaks, files);

    // TMPDIR is the scratch folder, in which the worker begins.
    private static bool IsOurs(string variable, string? value) =>
        variable.StartsWith("DOTNET_", StringComparison.Ordinal)
        || variable == "PWD"
        || (variable == "TMPDIR" && value == Environment.CurrentDirectory);

    private static void Note(List<string> leaks, bool leaky, string what)
    {
        if (leaky)
            leaks.Add(what);
    }

    private static bool Opens(string path, FileMode mode, FileAccess access)
    {
        try
        {
            new FileStream(path, mode, access).Dispose();
            if (Path.GetFileName(path) == Mark)
                File.Delete(path);
            return true;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static bool Lists(string folder)
    {
        try
        {
            return Directory.EnumerateFileSystemEntries(folder).Any();
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private sealed class Finalized(List<string> leaks, string[] files)
    {
        ~Finalized()
        {
            foreach (var file in files)
                Note(leaks, Opens(file, FileMode.Open, FileAccess.Read), file + " can be read by a finalizer");
        }
    }
}
