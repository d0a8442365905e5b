using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Sharing;

internal sealed class SharedLock : IAttempt
{
    public string Vector => "signal another worker by a lock on a shared file (flock)";

    public Action<Targets>? Accomplice => static targets => Kernel.Call("flock", (nint)Kernel.Call("openat", -100, Kernel.Text(Path.Combine(targets.Plugin, "shared.txt")), 0), 6);

    public string? Try(Targets targets) => Kernel.Raw("flock", (nint)Kernel.Call("openat", -100, Kernel.Text(Path.Combine(targets.Plugin, "shared.txt")), 0), 6) == -11 ? "locked by the other" : null;
}
