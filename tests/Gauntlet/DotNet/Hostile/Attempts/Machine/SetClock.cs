using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Machine;

internal sealed class SetClock : IAttempt
{
    public string Vector => "set the machine's clock";

    public string? Try(Targets targets) => SetNow() == 0 ? "set" : null;

    // To what it says already.
    private static long SetNow()
    {
        var now = Kernel.Numbers(0, 0);
        Kernel.Call("clock_gettime", 0, now);
        return Kernel.Call("clock_settime", 0, now);
    }
}
