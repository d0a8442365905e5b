using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Signals;

internal sealed class KillOldThread : IAttempt
{
    public string Vector => "kill a thread of another process (tkill)";

    public Proof Proof => Proof.Victim;

    public string? Try(Targets targets) => Kernel.Call("tkill", targets.Victim, 9) == 0 ? "sent" : null;
}
