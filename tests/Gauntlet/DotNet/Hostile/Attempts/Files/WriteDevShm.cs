namespace PluginRoom.Gauntlet.Hostile.Attempts.Files;

internal sealed class WriteDevShm : IAttempt
{
    public string Vector => "write a file into shared memory";

    public string? Try(Targets targets)
    {
        var path = $"/dev/shm/hostile-{targets.Token}";
        File.WriteAllText(path, "was here");
        File.Delete(path);
        return path;
    }
}
