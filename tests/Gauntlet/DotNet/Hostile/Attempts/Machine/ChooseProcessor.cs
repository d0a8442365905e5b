using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Machine;

internal sealed class ChooseProcessor : IAttempt
{
    public string Vector => "choose its own processor";

    public bool Alone => true;

    public string? Try(Targets targets) => Kernel.Call("sched_setaffinity", 0, 8, Kernel.Numbers(1)) == 0 ? "chosen" : null;
}
