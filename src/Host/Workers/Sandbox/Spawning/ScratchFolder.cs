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
    internal long Measure()
    {
        long bytes = 0;
        try
        {
            foreach (var entry in new DirectoryInfo(Path).EnumerateFileSystemInfos("*", SearchOption.AllDirectories))
            {
                bytes += Block + (entry is FileInfo file ? file.Length : 0);
                if (bytes > MaxBytes)
                    break;
            }
        }
        catch (IOException)
        {
            // The plugin removed what was being counted; the next look counts again.
        }

        return bytes;
    }

    public void Dispose()
    {
        if (Directory.Exists(Path))
            Directory.Delete(Path, recursive: true);
    }

    private static string Create()
    {
        var path = System.IO.Path.Combine(InMemory, "pluginroom-" + Guid.NewGuid().ToString("n"));
        return Libc.MakeFolder(path, OwnerOnly) == 0 ? path : Directory.CreateTempSubdirectory("pluginroom-").FullName;
    }
}
