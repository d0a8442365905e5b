using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.MachineFiles;

internal sealed class Load : IAttempt
{
    public string Vector => "read the machine's load";

    public string? Try(Targets targets) => Names.Read("/proc/loadavg");
}
