using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Proc;

internal sealed class RootOfHost : IAttempt
{
    public string Vector => "reach files through /proc/PID/root";

    public Proof Proof => Proof.Secret;

    public string? Try(Targets targets) => Names.Read($"/proc/{targets.Host}/root{targets.Secret}");
}
