using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Privileges;

internal sealed class UnshareUser : IAttempt
{
    public string Vector => "make a user namespace";

    public bool Alone => true;

    public string? Try(Targets targets) => Kernel.Reaches("unshare", 22, 0x10000000) || Kernel.Raw("unshare", 0x10000000) == 0 ? "permitted" : null;
}
