using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.MachineFiles;

internal sealed class MachineId : IAttempt
{
    public string Vector => "read the machine's id";

    public string? Try(Targets targets) => Names.Read("/etc/machine-id") is { Length: > 1 } id ? id : Names.Read("/sys/class/dmi/id/product_name");
}
