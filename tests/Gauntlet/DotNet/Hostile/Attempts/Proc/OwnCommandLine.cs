using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Proc;

internal sealed class OwnCommandLine : IAttempt
{
    public string Vector => "read its own command line";

    public string? Try(Targets targets) => Names.Read("/proc/self/cmdline") is { Length: > 0 } text ? text.Replace('\0', ' ') : null;
}
