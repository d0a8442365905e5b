using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Privileges;

internal sealed class UnshareNetwork : IAttempt
{
    public string Vector => "make a network namespace";

    public bool Alone => true;

    public string? Try(Targets targets) => Kernel.Call("unshare", 0x40000000) == 0 ? "made" : null;
}
