namespace PluginRoom.Gauntlet.Hostile.Attempts.Bombs;

internal sealed class Disk : IAttempt
{
    public string Vector => "write 64 MB";

    public bool Alone => true;

    public string? Try(Targets targets)
    {
        var folder = Directory.CreateTempSubdirectory("hostile-").FullName;
        try
        {
            for (var count = 0; count < 64; count++)
                File.WriteAllBytes(Path.Combine(folder, count.ToString()), new byte[1 << 20]);
            return "64 MB";
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
