using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Bombs;

internal sealed unsafe class NativeMemory : IAttempt
{
    public string Vector => "take 600 MB of native memory";

    public bool Alone => true;

    public string? Try(Targets targets)
    {
        for (var count = 0; count < 600; count++)
            System.Runtime.InteropServices.NativeMemory.Fill((void*)Kernel.Zeros(1 << 20), 1 << 20, 1);
        return "600 MB";
    }
}
