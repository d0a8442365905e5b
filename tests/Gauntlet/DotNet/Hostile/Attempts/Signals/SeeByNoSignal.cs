using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Signals;

internal sealed class SeeByNoSignal : IAttempt
{
    public string Vector => "see by signal 0 that the host lives";

    public string? Try(Targets targets) => Kernel.Call("kill", targets.Host, 0) == 0 ? "it lives" : null;
}
