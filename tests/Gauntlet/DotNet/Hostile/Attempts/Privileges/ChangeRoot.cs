using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Privileges;

internal sealed class ChangeRoot : IAttempt
{
    public string Vector => "change its root folder";

    public bool Alone => true;

    public string? Try(Targets targets) => Kernel.Call("chroot", Kernel.Text("/")) == 0 ? "changed" : null;
}
