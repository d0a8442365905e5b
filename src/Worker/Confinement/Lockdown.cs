using System.Runtime.InteropServices;

namespace PluginRoom.Worker.Confinement;

/// <summary>What the process takes from itself before any byte of a plugin is read. The sandbox around it is the host's work.</summary>
internal static class Lockdown
{
    internal static void Apply(ulong dataBytes)
    {
        // CoreCLR reserves address space generously and does not start with 2 GB.
        Limit(Libc.ResourceAddressSpace, 4UL << 30);
        Limit(Libc.ResourceData, dataBytes);
        Limit(Libc.ResourceProcesses, 64);
        // CoreCLR keeps two descriptors for each assembly; 64 are too few.
        Limit(Libc.ResourceFiles, 256);
        Limit(Libc.ResourceFileSize, 8UL << 20);
        Limit(Libc.ResourceCore, 0);
        Limit(Libc.ResourceMessageQueues, 0);
        // Nobody with the same user id may read this process's memory or attach to it.
        Check(Libc.ProcessControl(Libc.SetDumpable, 0), "prctl(PR_SET_DUMPABLE)");
    }

    private static void Limit(int resource, ulong value) =>
        Check(Libc.SetResourceLimit(resource, new() { Soft = value, Hard = value }), $"setrlimit({resource})");

    private static void Check(int result, string call)
    {
        if (result != 0)
            throw new InvalidOperationException($"{call} failed with errno {Marshal.GetLastPInvokeError()}; this worker would not be confined.");
    }
}
