using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Files;

internal sealed class ReadHostFile : IAttempt
{
    public string Vector => "read a file of the host";

    public Proof Proof => Proof.Secret;

    public string? Try(Targets targets) => Names.Read(targets.Secret);
}
