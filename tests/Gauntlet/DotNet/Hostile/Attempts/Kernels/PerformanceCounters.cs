using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Kernels;

internal sealed class PerformanceCounters : IAttempt
{
    public string Vector => "count events (perf_event_open)";

    public string? Try(Targets targets) => $"descriptor {Kernel.Call("perf_event_open", Kernel.Bytes([1, 0, 0, 0, 128, 0, 0, 0, .. new byte[32], 0x61, .. new byte[87]]), 0, -1, -1, 0)}";
}
