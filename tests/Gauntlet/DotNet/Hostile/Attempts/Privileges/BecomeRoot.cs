using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Privileges;

internal sealed class BecomeRoot : IAttempt
{
    public string Vector => "become root";

    public bool Alone => true;

    public string? Try(Targets targets) => Kernel.Call("setresuid", 0, 0, 0) == 0 ? "root" : null;
}
