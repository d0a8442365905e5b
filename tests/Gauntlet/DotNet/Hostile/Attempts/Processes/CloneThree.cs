using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Processes;

internal sealed class CloneThree : IAttempt
{
    public string Vector => "clone a process by clone3";

    public bool Alone => true;

    public string? Try(Targets targets) => Kernel.Child("clone3", Kernel.Numbers(0, 0, 0, 0, 17, 0, 0, 0), 64);
}
