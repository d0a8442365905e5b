using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.MachineFiles;

internal sealed class Keyrings : IAttempt
{
    public string Vector => "read /proc/keys";

    public string? Try(Targets targets) => Names.Read("/proc/keys") is { Length: > 0 } keys ? keys : null;
}
