using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Files;

internal sealed class ReadBySymlink : IAttempt
{
    public string Vector => "read a file of the host through a link of one's own";

    public Proof Proof => Proof.Secret;

    public string? Try(Targets targets)
    {
        var link = Path.Combine(Path.GetTempPath(), $"link-{targets.Token}");
        File.CreateSymbolicLink(link, targets.Secret);
        return Names.Read(link);
    }
}
