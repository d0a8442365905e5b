using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Signals;

internal sealed class QueueSignal : IAttempt
{
    public string Vector => "queue a signal to another process";

    public Proof Proof => Proof.Victim;

    public string? Try(Targets targets) => Kernel.Call("rt_sigqueueinfo", targets.Victim, 9, Kernel.Bytes([9, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 0xff, 0xff, .. new byte[116]])) == 0 ? "sent" : null;
}
