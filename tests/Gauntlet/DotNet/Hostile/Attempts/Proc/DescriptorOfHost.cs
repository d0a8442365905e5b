using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Proc;

internal sealed class DescriptorOfHost : IAttempt
{
    public string Vector => "reopen a descriptor of the host through /proc";

    public Proof Proof => Proof.Secret;

    public string? Try(Targets targets) => Names.Read($"/proc/{targets.Host}/fd/{targets.Descriptor}");
}
