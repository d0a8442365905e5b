namespace PluginRoom.Gauntlet.Hostile.Attempts.Machine;

internal sealed class ReadUser : IAttempt
{
    public string Vector => "read the name of its user";

    public string? Try(Targets targets) => Path.Exists("/etc/passwd") ? Environment.UserName : null;
}
