using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Files;

internal sealed class ReadByHardLink : IAttempt
{
    public string Vector => "make a hard link to a file of the host";

    public Proof Proof => Proof.Secret;

    public string? Try(Targets targets)
    {
        var link = Path.Combine(targets.Folder, $"hard-{targets.Token}");
        Kernel.Call("linkat", -100, Kernel.Text(targets.Secret), -100, Kernel.Text(link), 0);
        return Names.Read(link);
    }
}
