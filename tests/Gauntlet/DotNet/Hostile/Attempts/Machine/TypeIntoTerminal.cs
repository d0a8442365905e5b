using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Machine;

internal sealed class TypeIntoTerminal : IAttempt
{
    public string Vector => "type into a terminal (TIOCSTI)";

    public string? Try(Targets targets) => Kernel.Raw("ioctl", 0, 0x5412, Kernel.Bytes((byte)'x')) is 0 or -25 ? "not forbidden" : null;
}
