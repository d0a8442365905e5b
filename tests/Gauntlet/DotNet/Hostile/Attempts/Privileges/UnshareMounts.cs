using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Privileges;

internal sealed class UnshareMounts : IAttempt
{
    public string Vector => "make a mount namespace";

    public bool Alone => true;

    public string? Try(Targets targets) => Kernel.Call("unshare", 0x00020000) == 0 ? "made" : null;
}
