using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Files;

internal sealed class ReadUsers : IAttempt
{
    public string Vector => "read the list of users";

    public string? Try(Targets targets) => Names.Read("/etc/passwd")[..4];
}
