namespace PluginRoom.Gauntlet.Hostile.Attempts.Files;

internal sealed class ListHostFolder : IAttempt
{
    public string Vector => "list a folder of the host";

    public string? Try(Targets targets) => Directory.GetFileSystemEntries(targets.Folder).FirstOrDefault();
}
