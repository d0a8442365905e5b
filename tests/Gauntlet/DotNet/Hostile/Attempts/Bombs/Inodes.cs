namespace PluginRoom.Gauntlet.Hostile.Attempts.Bombs;

internal sealed class Inodes : IAttempt
{
    public string Vector => "make 20,000 files";

    public bool Alone => true;

    public string? Try(Targets targets)
    {
        var folder = Directory.CreateTempSubdirectory("hostile-").FullName;
        try
        {
            for (var count = 0; count < 20_000; count++)
                File.WriteAllBytes(Path.Combine(folder, count.ToString()), []);
            return "20,000 files";
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
