using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Privileges;

internal sealed class BecomeNobody : IAttempt
{
    public string Vector => "become another user";

    public bool Alone => true;

    public string? Try(Targets targets) => Kernel.Call("setresuid", 1, 1, 1) == 0 ? "another" : null;
}
