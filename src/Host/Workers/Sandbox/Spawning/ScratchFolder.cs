namespace PluginRoom.Host.Workers.Sandbox.Spawning;

/// <summary>
/// A worker's own folder outside of a mount namespace, where nothing but a look from outside bounds it. In memory wherever the
/// system has such a file system, because what a plugin writes down may concern people.
/// </summary>
internal sealed class ScratchFolder(WorkerLimits limits) : IDisposable
{
    private const string InMemory = "/dev/shm";
    private const uint OwnerOnly = 0x1c0;
    private const int Block = 4096;

    internal long MaxBytes { get; } = (long)limits.ScratchMb << 20;

    /// <summary>For the host's user only.</summary>
    internal string Path { get; } = Create();

    /// <summary>Bytes in it, a block for each entry included. Does not count on past what the plugin may have.</summary>
    /// <exception cref="UnauthorizedAccessException">The plugin has closed one of its folders to the host.</exception>
    /// <exception cref="IOException">The plugin has hidden something deeper than a path can name.</exception>
    internal long Measure()
    {
        long bytes = 0;
        foreach (var entry in new DirectoryInfo(Path).EnumerateFileSystemInfos("*", SearchOption.AllDirectories))
        {
            bytes += Block + Length(entry);
            if (bytes > MaxBytes)
                break;
        }

        return bytes;
    }

    // One that the plugin removed meanwhile must not hide the others.
    private static long Length(FileSystemInfo entry)
    {
        try
        {
            return entry is FileInfo file ? file.Length : 0;
        }
        catch (FileNotFoundException)
        {
            return 0;
        }
    }

    public void Dispose()
    {
        if (!Directory.Exists(Path))
            return;
        try
        {
            Open(new DirectoryInfo(Path));
            Directory.Delete(Path, recursive: true);
        }
        catch (Exception kept) when (kept is UnauthorizedAccessException or IOException)
        {
            // Of what a plugin has left there nothing may end the host; the system clears the folder at its next start.
        }
    }

    private static void Open(DirectoryInfo folder)
    {
        if (!OperatingSystem.IsWindows())
            folder.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        foreach (var inner in folder.EnumerateDirectories())
        {
            if (inner.LinkTarget is null)
                Open(inner);
        }
    }

    private static string Create()
    {
        var path = System.IO.Path.Combine(InMemory, "pluginroom-" + Guid.NewGuid().ToString("n"));
        return Libc.MakeFolder(path, OwnerOnly) == 0 ? path : Directory.CreateTempSubdirectory("pluginroom-").FullName;
    }
}
