using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.MachineFiles;

internal sealed class Listeners : IAttempt
{
    public string Vector => "see the machine's listening ports";

    public string? Try(Targets targets) => Names.Read("/proc/net/tcp").Contains($":{targets.Port:X4} ") ? "seen" : null;
}
