namespace PluginRoom.Gauntlet.Hostile.Attempts.Machine;

internal sealed class ReadZone : IAttempt
{
    public string Vector => "read the machine's time zone";

    public string? Try(Targets targets) => Path.Exists("/etc/localtime") || Path.Exists("/etc/timezone") ? "there" : null;
}
