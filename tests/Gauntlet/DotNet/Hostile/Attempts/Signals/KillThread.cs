using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Signals;

internal sealed class KillThread : IAttempt
{
    public string Vector => "kill a thread of another process (tgkill)";

    public Proof Proof => Proof.Victim;

    public string? Try(Targets targets) => Kernel.Call("tgkill", targets.Victim, targets.Victim, 9) == 0 ? "sent" : null;
}
