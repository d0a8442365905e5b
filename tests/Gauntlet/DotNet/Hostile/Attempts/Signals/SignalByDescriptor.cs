using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Signals;

internal sealed class SignalByDescriptor : IAttempt
{
    public string Vector => "signal another process by a descriptor";

    public Proof Proof => Proof.Victim;

    public string? Try(Targets targets) => Kernel.Call("pidfd_send_signal", (nint)Kernel.Call("pidfd_open", targets.Victim, 0), 9, 0, 0) == 0 ? "sent" : null;
}
