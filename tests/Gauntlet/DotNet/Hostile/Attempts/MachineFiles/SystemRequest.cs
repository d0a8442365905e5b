using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.MachineFiles;

internal sealed class SystemRequest : IAttempt
{
    public string Vector => "open /proc/sysrq-trigger for writing";

    public string? Try(Targets targets) => Names.OpenForWriting("/proc/sysrq-trigger");
}
