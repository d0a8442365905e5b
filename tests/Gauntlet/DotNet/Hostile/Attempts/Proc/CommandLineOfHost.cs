using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Proc;

internal sealed class CommandLineOfHost : IAttempt
{
    public string Vector => "read the host's command line in /proc";

    public string? Try(Targets targets) => Names.Read($"/proc/{targets.Host}/cmdline") is { Length: > 0 } text ? text : null;
}
