using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Signals;

internal sealed class StopNeighbour : IAttempt
{
    public string Vector => "stop another process";

    public Proof Proof => Proof.Victim;

    public string? Try(Targets targets) => Kernel.Call("kill", targets.Victim, 19) == 0 ? "sent" : null;
}
