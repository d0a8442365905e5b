using System.ComponentModel;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Xunit;

namespace PluginRoom.Host.Tests.Storage;

/// <summary>
/// A disk that is full, for one file that this process has open: what is written to it fails with ENOSPC until this is disposed of. The
/// descriptors lead to /dev/full meanwhile, so it is the system that refuses, and root is refused too.
/// </summary>
[UnsupportedOSPlatform("windows")]
internal sealed partial class FullDisk : IDisposable
{
    private readonly List<(int Descriptor, int Kept)> _swapped = [];

    public FullDisk(string path)
    {
        using var full = File.OpenHandle("/dev/full", FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        foreach (var link in new DirectoryInfo("/proc/self/fd").EnumerateFileSystemInfos().Where(link => link.LinkTarget == path).ToList())
        {
            var descriptor = int.Parse(link.Name, CultureInfo.InvariantCulture);
            _swapped.Add((descriptor, Checked(Duplicate(descriptor))));
            Checked(Duplicate(full.DangerousGetHandle().ToInt32(), descriptor));
        }

        Assert.NotEmpty(_swapped);
    }

    public void Dispose()
    {
        foreach (var (descriptor, kept) in _swapped)
        {
            Checked(Duplicate(kept, descriptor));
            Checked(Close(kept));
        }

        _swapped.Clear();
    }

    private static int Checked(int result) => result >= 0 ? result : throw new Win32Exception();

    [LibraryImport("libc", EntryPoint = "dup", SetLastError = true)]
    private static partial int Duplicate(int descriptor);

    [LibraryImport("libc", EntryPoint = "dup2", SetLastError = true)]
    private static partial int Duplicate(int descriptor, int target);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    private static partial int Close(int descriptor);
}
