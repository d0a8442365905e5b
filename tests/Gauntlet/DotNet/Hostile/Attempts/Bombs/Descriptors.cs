using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Bombs;

internal sealed class Descriptors : IAttempt
{
    public string Vector => "open 2,000 descriptors";

    public bool Alone => true;

    public string? Try(Targets targets)
    {
        for (var count = 0; count < 2000; count++)
            Kernel.Call("openat", -100, Kernel.Text("/proc/self/stat"), 0);
        return "2,000 descriptors";
    }
}
