using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Tracing;

internal sealed class HoldHost : IAttempt
{
    public string Vector => "hold the host's process by a descriptor (pidfd_open)";

    public string? Try(Targets targets) => $"descriptor {Kernel.Call("pidfd_open", targets.Host, 0)}";
}
