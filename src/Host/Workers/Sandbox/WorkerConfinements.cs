using PluginRoom.Host.Vocabulary;
using PluginRoom.Protocol.Worker;

namespace PluginRoom.Host.Workers.Sandbox;

/// <summary>From what the manifest declares to what the kernel is told to hold the process to.</summary>
internal static class WorkerConfinements
{
    /// <summary>Beside the managed heap a .NET process needs private memory of its own: code, the collector's tables, the runtime's own threads.</summary>
    private const ulong NativeBytes = 96UL << 20;

    /// <summary>Of a thread's stack, and not all of it: few threads are ever deep, and whatever is allowed here is there for bombs as well.</summary>
    private const ulong BytesPerThread = 1UL << 20;

    /// <summary>CoreCLR reserves address space generously and does not start with 2 GB.</summary>
    private const ulong AddressSpaceBytes = 4UL << 30;

    /// <summary>The guard ends a worker with too many threads and says why; this stops one that is faster than a look from outside.</summary>
    private const int SpareThreads = 32;

    /// <summary>Where the kernel counts all that the host's user runs.</summary>
    private const int ThreadsOfUser = 4096;

    /// <summary>What JavaScriptCore reserves for good when it starts, most of it never touched; the limit counts all of it.</summary>
    private const ulong JavaScriptBytes = 544UL << 20;

    /// <summary>Beside CoreCLR's.</summary>
    private const ulong JavaScriptAddressSpaceBytes = 1UL << 30;

    internal static WorkerConfinement Of(WorkerStart start, bool ownNamespaces, string filter)
    {
        var limits = start.Limits;
        var data = ((ulong)limits.MemoryMb << 20) + NativeBytes + ((ulong)limits.Threads * BytesPerThread);
        var addresses = AddressSpaceBytes;
        if (start.Runtime == ServerRuntime.Javascript)
            (data, addresses) = (data + JavaScriptBytes, addresses + JavaScriptAddressSpaceBytes);
        var threads = ownNamespaces ? limits.Threads + SpareThreads : ThreadsOfUser;
        return new(data, addresses, threads, limits.OpenFiles, ScratchBytes(limits), ownNamespaces, filter);
    }

    internal static ulong ScratchBytes(WorkerLimits limits) => (ulong)limits.ScratchMb << 20;
}
