using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Files;

internal sealed class ReadDataFolder : IAttempt
{
    public string Vector => "read the data folder";

    public Proof Proof => Proof.Secret;

    public string? Try(Targets targets) => Names.Read(Path.Combine(targets.Folder, "data", "secret.txt"));
}
