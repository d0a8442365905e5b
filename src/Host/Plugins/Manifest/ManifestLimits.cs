using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace PluginRoom.Host.Plugins.Manifest;

/// <summary>Limits of one worker process. The host enforces each of them.</summary>
public sealed record ManifestLimits
{
    [Description("Megabytes of private memory for the plugin's own data; the runtime's own needs are counted beside it.")]
    [Range(32, 512)]
    public int MemoryMb { get; init; } = 96;

    [Description("Share of one processor core, in percent. A process that uses more is paused until it is within it again.")]
    [Range(1, 100)]
    public int CpuPercent { get; init; } = 25;

    [Description("Threads of the process, the runtime's own included.")]
    [Range(8, 64)]
    public int Threads { get; init; } = 48;

    [Description("Open files; the runtime keeps two for each assembly.")]
    [Range(128, 1024)]
    public int OpenFiles { get; init; } = 256;

    [Description("Megabytes of scratch space in memory, gone with the process; 0: none.")]
    [Range(0, 64)]
    public int ScratchMb { get; init; } = 8;

    [Description("Seconds until StartAsync has returned.")]
    [Range(1, 30)]
    public int StartSeconds { get; init; } = 5;

    [Description("Seconds that one handler may take.")]
    [Range(1, 60)]
    public int HandlerSeconds { get; init; } = 5;

    [Description("Messages a second from the process to the host, log lines included. What is more waits.")]
    [Range(10, 5000)]
    public int MessagesPerSecond { get; init; } = 500;
}
