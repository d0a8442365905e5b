using System.Runtime.InteropServices;

namespace PluginRoom.Host.Workers.Limits;

/// <summary>
/// A process by a descriptor (pidfd_open(2)): a signal through it reaches this process or nobody, never another that has taken over
/// its number.
/// </summary>
internal sealed partial class PidDescriptor : IDisposable
{
    internal const int Stop = 19;
    internal const int Continue = 18;

    // The same numbers on every architecture; glibc has functions for them from 2.36 on only.
    private const int SendSignalCall = 424;
    private const int OpenCall = 434;
    private readonly int _descriptor;

    private PidDescriptor(int descriptor) => _descriptor = descriptor;

    /// <summary>Null when there is no such process.</summary>
    internal static PidDescriptor? Open(int processId)
    {
        var descriptor = (int)SystemCall(OpenCall, processId, 0, 0, 0);
        return descriptor < 0 ? null : new(descriptor);
    }

    /// <summary>False when it has ended.</summary>
    internal bool Signal(int signal) => SystemCall(SendSignalCall, _descriptor, signal, 0, 0) == 0;

    public void Dispose() => _ = Close(_descriptor);

    [LibraryImport("libc", EntryPoint = "syscall", SetLastError = true)]
    private static partial nint SystemCall(nint number, nint first, nint second, nint third, nint fourth);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int descriptor);
}
