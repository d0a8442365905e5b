using PluginRoom.Gauntlet.Frame.Attempts;

namespace PluginRoom.Gauntlet.Frame.Trial;

/// <summary>The control's copy of the attempts, gone when it is over.</summary>
internal sealed class PlainFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pluginroom-plain-");

    public string Path => _folder.FullName;

    public static PlainFolder Of(IEnumerable<ArmedAttempt> attempts, params (string Name, string Content)[] files)
    {
        var folder = new PlainFolder();
        File.WriteAllText(System.IO.Path.Combine(folder.Path, FrameTrial.Bystander), "<!doctype html><title>Bystander</title>");
        foreach (var (name, content) in files)
            File.WriteAllText(System.IO.Path.Combine(folder.Path, name), content);
        foreach (var attempt in attempts)
            attempt.WriteTo(folder.Path);
        return folder;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
