using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Processes;

internal sealed class Fork : IAttempt
{
    public string Vector => "fork";

    public bool Alone => true;

    public string? Try(Targets targets) => Kernel.Child("fork");
}
