using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Processes;

internal sealed class Clone : IAttempt
{
    public string Vector => "clone a process";

    public bool Alone => true;

    public string? Try(Targets targets) => Kernel.Child("clone", 17);
}
