namespace PluginRoom.Gauntlet.Hostile.Attempts.Proc;

internal sealed class WorkingFolderOfHost : IAttempt
{
    public string Vector => "list the host's working folder through /proc";

    public string? Try(Targets targets) => Directory.GetFileSystemEntries($"/proc/{targets.Host}/cwd/").FirstOrDefault();
}
