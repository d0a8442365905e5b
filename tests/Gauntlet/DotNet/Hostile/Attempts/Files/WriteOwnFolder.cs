namespace PluginRoom.Gauntlet.Hostile.Attempts.Files;

internal sealed class WriteOwnFolder : IAttempt
{
    public string Vector => "write into its own plugin folder";

    public string? Try(Targets targets)
    {
        var path = Path.Combine(targets.Plugin, "left-behind");
        File.WriteAllText(path, "was here");
        File.Delete(path);
        return path;
    }
}
