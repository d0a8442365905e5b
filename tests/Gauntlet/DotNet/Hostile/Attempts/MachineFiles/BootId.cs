using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.MachineFiles;

internal sealed class BootId : IAttempt
{
    public string Vector => "read the machine's boot id";

    public string? Try(Targets targets) => Names.Read("/proc/sys/kernel/random/boot_id");
}
