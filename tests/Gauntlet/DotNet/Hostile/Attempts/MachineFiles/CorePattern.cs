using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.MachineFiles;

internal sealed class CorePattern : IAttempt
{
    public string Vector => "open the core pattern for writing";

    public string? Try(Targets targets) => Names.OpenForWriting("/proc/sys/kernel/core_pattern");
}
