using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Signals;

internal sealed class KillNeighbour : IAttempt
{
    public string Vector => "kill another process";

    public Proof Proof => Proof.Victim;

    public string? Try(Targets targets) => Kernel.Call("kill", targets.Victim, 9) == 0 ? "sent" : null;
}
