namespace PluginRoom.Host.Trust.Records;

/// <summary>A small file that is replaced as a whole, so that whoever reads it never finds half of it; for the host's account only.</summary>
internal static class AtomicFile
{
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var incoming = $"{path}.{Environment.ProcessId}.new";
        using (var file = new FileStream(incoming, options))
        {
            file.Write(content);
            file.Flush(flushToDisk: true);
        }

        File.Move(incoming, path, overwrite: true);
    }
}
