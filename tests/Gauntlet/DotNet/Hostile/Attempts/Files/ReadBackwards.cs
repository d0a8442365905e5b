using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Files;

internal sealed class ReadBackwards : IAttempt
{
    public string Vector => "read a file of the host past the root by \"..\"";

    public Proof Proof => Proof.Secret;

    public string? Try(Targets targets) => Names.Read("/plugin/../../../.." + targets.Secret);
}
