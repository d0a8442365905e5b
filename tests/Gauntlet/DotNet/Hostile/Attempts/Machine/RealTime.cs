using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Machine;

internal sealed class RealTime : IAttempt
{
    public string Vector => "get real-time priority";

    public bool Alone => true;

    public string? Try(Targets targets) => Kernel.Call("sched_setscheduler", 0, 1, Kernel.Bytes(1, 0, 0, 0)) == 0 ? "real time" : null;
}
