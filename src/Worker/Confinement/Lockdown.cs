using System.Runtime.InteropServices;
using PluginRoom.Protocol.Worker;

namespace PluginRoom.Worker.Confinement;

/// <summary>What the process takes from itself before any byte of a plugin is read. The sandbox around it is the host's work.</summary>
internal static class Lockdown
{
    internal static void Apply(WorkerConfinement confinement)
    {
        Limit(Libc.ResourceAddressSpace, confinement.AddressSpaceBytes);
        Limit(Libc.ResourceData, confinement.DataBytes);
        Limit(Libc.ResourceProcesses, (ulong)confinement.Threads);
        Limit(Libc.ResourceFiles, (ulong)confinement.OpenFiles);
        Limit(Libc.ResourceFileSize, confinement.ScratchBytes);
        Limit(Libc.ResourceCore, 0);
        Limit(Libc.ResourceMessageQueues, 0);
        // Nobody with the same user id may read this process's memory or attach to it.
        Check(Libc.ProcessControl(Libc.SetDumpable, 0), "prctl(PR_SET_DUMPABLE)");
        if (!confinement.OwnNamespaces)
        {
            // In a namespace of its own the kernel does it.
            Check(Libc.ProcessControl(Libc.SetParentDeathSignal, Libc.KillSignal), "prctl(PR_SET_PDEATHSIG)");
            FileRules.Apply();
        }

        // Last, for it refuses all of the above.
        SystemCallFilter.Apply(Convert.FromBase64String(confinement.Filter));
    }

    /// <summary>For a while: what <see cref="Apply"/> sets is less.</summary>
    internal static void LimitData(ulong bytes) =>
        Check(Libc.SetResourceLimit(Libc.ResourceData, new() { Soft = bytes, Hard = ulong.MaxValue }), "setrlimit(RLIMIT_DATA)");

    private static void Limit(int resource, ulong value) =>
        Check(Libc.SetResourceLimit(resource, new() { Soft = value, Hard = value }), $"setrlimit({resource})");

    private static void Check(int result, string call)
    {
        if (result != 0)
            throw new InvalidOperationException($"{call} failed with errno {Marshal.GetLastPInvokeError()}; this worker would not be confined.");
    }
}
