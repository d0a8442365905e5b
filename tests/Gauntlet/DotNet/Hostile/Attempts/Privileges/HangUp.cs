using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Privileges;

internal sealed class HangUp : IAttempt
{
    public string Vector => "hang up the terminal";

    public bool Alone => true;

    public string? Try(Targets targets) => Kernel.Call("vhangup") == 0 ? "hung up" : null;
}
