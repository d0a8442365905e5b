namespace PluginRoom.Gauntlet.Hostile.Attempts.Machine;

internal sealed class ReadZones : IAttempt
{
    public string Vector => "read the time zones of the world";

    public string? Try(Targets targets) => Path.Exists("/usr/share/zoneinfo/Europe/Berlin") ? "there" : null;
}
