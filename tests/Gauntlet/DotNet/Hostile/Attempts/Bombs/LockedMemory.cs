using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Bombs;

internal sealed class LockedMemory : IAttempt
{
    public string Vector => "lock 32 MB of memory";

    public bool Alone => true;

    public string? Try(Targets targets)
    {
        Kernel.Call("mlock", Kernel.Zeros(32 << 20), 32 << 20);
        return "32 MB";
    }
}
