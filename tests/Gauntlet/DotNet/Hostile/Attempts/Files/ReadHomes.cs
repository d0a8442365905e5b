namespace PluginRoom.Gauntlet.Hostile.Attempts.Files;

internal sealed class ReadHomes : IAttempt
{
    public string Vector => "list the home folders";

    public string? Try(Targets targets) => Directory.Exists("/home") ? Directory.GetFileSystemEntries("/").First(static path => path is "/root" or "/home") : null;
}
