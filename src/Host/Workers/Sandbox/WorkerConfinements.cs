using PluginRoom.Protocol.Worker;

namespace PluginRoom.Host.Workers.Sandbox;

/// <summary>From what the manifest declares to what the kernel is told to hold the process to.</summary>
internal static class WorkerConfinements
{
    /// <summary>Beside the managed heap a .NET process needs private memory of its own: code, the collector's tables, the runtime's own threads.</summary>
    private const ulong NativeBytes = 128UL << 20;

    /// <summary>CoreCLR reserves address space generously and does not start with 2 GB.</summary>
    private const ulong AddressSpaceBytes = 4UL << 30;

    internal static WorkerConfinement Of(WorkerStart start, bool ownNamespaces, string filter)
    {
        var limits = start.Limits;
        var data = ((ulong)limits.MemoryMb << 20) + NativeBytes + ((ulong)limits.Threads * RuntimeSettings.StackBytes);
        return new(data, AddressSpaceBytes, limits.Threads, limits.OpenFiles, ScratchBytes(limits), ownNamespaces, filter);
    }

    internal static ulong ScratchBytes(WorkerLimits limits) => (ulong)limits.ScratchMb << 20;
}
