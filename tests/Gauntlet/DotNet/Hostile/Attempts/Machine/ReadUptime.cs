using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Machine;

internal sealed class ReadUptime : IAttempt
{
    public string Vector => "read the machine's uptime";

    public string? Try(Targets targets) => Kernel.Call("sysinfo", Kernel.Zeros(128)) == 0 ? "read" : null;
}
