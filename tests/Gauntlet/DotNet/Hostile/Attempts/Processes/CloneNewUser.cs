using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Processes;

internal sealed class CloneNewUser : IAttempt
{
    public string Vector => "clone a process into a user namespace of its own";

    public bool Alone => true;

    public string? Try(Targets targets) => Kernel.Child("clone", 0x10000000 | 17);
}
