using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Privileges;

internal sealed class BecomeDumpable : IAttempt
{
    public string Vector => "make itself readable for others";

    public bool Alone => true;

    public string? Try(Targets targets) => Kernel.Call("prctl", 4, 1, 0, 0, 0) == 0 && Kernel.Call("prctl", 3, 0, 0, 0, 0) == 1 ? "dumpable" : null;
}
