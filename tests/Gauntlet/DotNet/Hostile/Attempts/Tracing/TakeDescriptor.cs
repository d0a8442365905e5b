using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Tracing;

internal sealed class TakeDescriptor : IAttempt
{
    public string Vector => "take a descriptor of the host (pidfd_getfd)";

    public Proof Proof => Proof.Secret;

    public string? Try(Targets targets)
    {
        var host = (nint)Kernel.Call("pidfd_open", targets.Host, 0);
        var file = Kernel.Call("pidfd_getfd", host, targets.Descriptor, 0);
        return Names.Read($"/proc/self/fd/{file}");
    }
}
