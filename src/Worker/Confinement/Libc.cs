using System.Runtime.InteropServices;

namespace PluginRoom.Worker.Confinement;

internal static partial class Libc
{
    internal const int ResourceFileSize = 1;
    internal const int ResourceData = 2;
    internal const int ResourceCore = 4;
    internal const int ResourceProcesses = 6;
    internal const int ResourceFiles = 7;
    internal const int ResourceAddressSpace = 9;
    internal const int ResourceMessageQueues = 12;
    internal const int SetDumpable = 4;
    internal const int SetParentDeathSignal = 1;
    internal const int KillSignal = 9;
    internal const int GetDescriptorFlags = 1;
    internal const int DuplicateCloseOnExec = 1030;

    [StructLayout(LayoutKind.Sequential)]
    internal struct ResourceLimit
    {
        internal ulong Soft;
        internal ulong Hard;
    }

    /// <summary>For what the C library has no function for. Every argument is passed as a whole register.</summary>
    [LibraryImport("libc", EntryPoint = "syscall", SetLastError = true)]
    internal static partial nint SystemCall(nint number, nint first, nint second, nint third);

    [LibraryImport("libc", EntryPoint = "setrlimit", SetLastError = true)]
    internal static partial int SetResourceLimit(int resource, in ResourceLimit limit);

    [LibraryImport("libc", EntryPoint = "prctl", SetLastError = true)]
    internal static partial int ProcessControl(int option, nuint argument);

    [LibraryImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    internal static partial int FileControl(int descriptor, int command, int argument);

    [LibraryImport("libc", EntryPoint = "dup2", SetLastError = true)]
    internal static partial int DuplicateTo(int descriptor, int target);

    [LibraryImport("libc", EntryPoint = "pipe", SetLastError = true)]
    internal static unsafe partial int Pipe(int* ends);

    [LibraryImport("libc", EntryPoint = "close")]
    internal static partial int Close(int descriptor);

    [LibraryImport("libc", EntryPoint = "read", SetLastError = true)]
    internal static unsafe partial nint Read(int descriptor, byte* buffer, nuint count);

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    internal static unsafe partial nint Write(int descriptor, byte* buffer, nuint count);

    /// <summary>Ends the process at once: no handler and no finalizer of the plugin runs any more.</summary>
    [LibraryImport("libc", EntryPoint = "_exit")]
    internal static partial void Exit(int status);

    [LibraryImport("libc", EntryPoint = "getpid")]
    internal static partial int ProcessId();

    [LibraryImport("libc", EntryPoint = "getppid")]
    internal static partial int ParentId();

    [LibraryImport("libc", EntryPoint = "getsid", SetLastError = true)]
    internal static partial int SessionOf(int processId);

    [LibraryImport("libc", EntryPoint = "socket", SetLastError = true)]
    internal static partial int OpenSocket(int family, int type, int protocol);

    [LibraryImport("libc", EntryPoint = "memfd_create", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int CreateMemoryFile(string name, uint flags);

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    internal static partial int SendSignal(int processId, int signal);

    [LibraryImport("libc", EntryPoint = "ptrace", SetLastError = true)]
    internal static partial nint Trace(nint request, nint processId, nint address, nint data);

    [LibraryImport("libc", EntryPoint = "unshare", SetLastError = true)]
    internal static partial int Unshare(int namespaces);
}
