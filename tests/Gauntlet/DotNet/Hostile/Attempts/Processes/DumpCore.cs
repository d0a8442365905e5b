using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Processes;

internal sealed class DumpCore : IAttempt
{
    public string Vector => "raise its limit for core files";

    public string? Try(Targets targets)
    {
        Kernel.Call("prlimit64", 0, 4, Kernel.Numbers(1 << 20, -1), 0);
        return "raised";
    }
}
