using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Proc;

internal sealed class RootOfOne : IAttempt
{
    public string Vector => "reach files through /proc/1/root";

    public Proof Proof => Proof.Secret;

    public string? Try(Targets targets) => Names.Read($"/proc/1/root{targets.Secret}");
}
