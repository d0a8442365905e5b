using Microsoft.Win32.SafeHandles;

namespace PluginRoom.Host.Workers.Limits;

/// <summary>
/// A file of /proc about one process, kept open: the kernel binds it to that process and not to its number, so after its end the file
/// can be read no more, even if the number belongs to another by then.
/// </summary>
internal sealed class ProcessFile : IDisposable
{
    private readonly SafeFileHandle _file;

    private ProcessFile(SafeFileHandle file) => _file = file;

    /// <summary>Null when there is no such process.</summary>
    internal static ProcessFile? Open(string path)
    {
        try
        {
            return new(File.OpenHandle(path));
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>What it says now; empty when the process has ended.</summary>
    internal ReadOnlySpan<byte> Read(Span<byte> buffer)
    {
        try
        {
            return buffer[..RandomAccess.Read(_file, buffer, 0)];
        }
        catch (IOException)
        {
            // ESRCH: it has ended.
            return default;
        }
    }

    public void Dispose() => _file.Dispose();
}
