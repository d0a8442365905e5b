using PluginRoom.Protocol.Worker;

namespace PluginRoom.Host.Workers.Sandbox;

/// <summary>From what the manifest declares to what the kernel is told to hold the process to.</summary>
internal static class WorkerConfinements
{
    /// <summary>Beside the managed heap a .NET process needs private memory of its own: code, stacks, the collector's tables.</summary>
    private const ulong NativeBytes = 128UL << 20;

    /// <summary>CoreCLR reserves address space generously and does not start with 2 GB.</summary>
    private const ulong AddressSpaceBytes = 4UL << 30;

    private const int Threads = 64;

    /// <summary>CoreCLR keeps two descriptors for each assembly; 64 are too few.</summary>
    private const int OpenFiles = 256;

    internal const ulong ScratchBytes = 8UL << 20;

    internal static WorkerConfinement Of(WorkerLimits limits) =>
        new(((ulong)limits.MemoryMb << 20) + NativeBytes, AddressSpaceBytes, Threads, OpenFiles, ScratchBytes, null);
}
