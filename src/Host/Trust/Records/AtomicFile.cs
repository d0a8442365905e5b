namespace PluginRoom.Host.Trust.Records;

/// <summary>A small file that is replaced as a whole, so that whoever reads it never finds half of it.</summary>
internal static class AtomicFile
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <param name="isPublic">Everybody may read it; else the owner alone.</param>
    public static void Write(string path, ReadOnlySpan<byte> content, bool isPublic = false)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = isPublic ? Owner | UnixFileMode.GroupRead | UnixFileMode.OtherRead : Owner;
        var incoming = $"{path}.{Environment.ProcessId}.new";
        using (var file = new FileStream(incoming, options))
        {
            file.Write(content);
            file.Flush(flushToDisk: true);
        }

        File.Move(incoming, path, overwrite: true);
    }
}
