using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Privileges;

internal sealed class OutliveParent : IAttempt
{
    public string Vector => "outlive its parent";

    public bool Alone => true;

    public string? Try(Targets targets) => Kernel.Call("prctl", 1, 0, 0, 0, 0) == 0 ? "will" : null;
}
