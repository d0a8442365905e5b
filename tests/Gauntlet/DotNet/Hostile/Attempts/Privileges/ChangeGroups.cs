using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Privileges;

internal sealed class ChangeGroups : IAttempt
{
    public string Vector => "change its groups";

    public bool Alone => true;

    public string? Try(Targets targets) => Kernel.Call("setgroups", 0, 0) == 0 ? "changed" : null;
}
