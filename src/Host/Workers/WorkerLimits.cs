namespace PluginRoom.Host.Workers;

/// <summary>What one worker process may use, from the manifest's <c>server.limits</c>, which says the ranges.</summary>
/// <param name="MemoryMb">The managed heap; the private memory of the whole process may be a stated allowance more.</param>
/// <param name="CpuPercent">Of one core, on average.</param>
/// <param name="Threads">The runtime's own included.</param>
/// <param name="OpenFiles">The runtime's own included.</param>
/// <param name="ScratchMb">Of files in the worker's own folder, gone with it.</param>
/// <param name="StartSeconds">From spawn until the plugin's start method has returned.</param>
/// <param name="HandlerSeconds">For one handler.</param>
/// <param name="MessagesPerSecond">Frames from the worker; what is more waits.</param>
public sealed record WorkerLimits(
    int MemoryMb = 96,
    int CpuPercent = 25,
    int Threads = 48,
    int OpenFiles = 256,
    int ScratchMb = 8,
    int StartSeconds = 5,
    int HandlerSeconds = 5,
    int MessagesPerSecond = 500);
