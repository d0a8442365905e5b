using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Files;

internal sealed class ReadOtherPlugin : IAttempt
{
    public string Vector => "read another plugin's folder";

    public Proof Proof => Proof.Secret;

    public string? Try(Targets targets) => Names.Read(Path.Combine(targets.Folder, "other", "secret.txt"));
}
