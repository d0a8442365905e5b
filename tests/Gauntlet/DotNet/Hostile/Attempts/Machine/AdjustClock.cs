using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Machine;

internal sealed class AdjustClock : IAttempt
{
    public string Vector => "read how the clock is kept (clock_adjtime)";

    public string? Try(Targets targets) => Kernel.Call("clock_adjtime", 0, Kernel.Zeros(256)) >= 0 ? "read" : null;
}
