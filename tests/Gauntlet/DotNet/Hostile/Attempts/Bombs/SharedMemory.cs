using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Bombs;

internal sealed unsafe class SharedMemory : IAttempt
{
    public string Vector => "take 600 MB of shared memory";

    public bool Alone => true;

    public string? Try(Targets targets)
    {
        var start = (nint)Kernel.Call("mmap", 0, 600 << 20, 3, 0x21, -1, 0);
        new Span<byte>((void*)start, 600 << 20).Fill(1);
        return "600 MB";
    }
}
