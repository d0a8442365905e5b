using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Proc;

internal sealed class EnvironmentOfHost : IAttempt
{
    public string Vector => "read the host's environment in /proc";

    public Proof Proof => Proof.Secret;

    public string? Try(Targets targets) => Names.Read($"/proc/{targets.Host}/environ");
}
