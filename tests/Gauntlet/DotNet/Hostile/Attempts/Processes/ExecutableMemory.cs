using System.Runtime.InteropServices;
using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Processes;

internal sealed unsafe class ExecutableMemory : IAttempt
{
    public string Vector => "run machine code that it made";

    public bool Alone => true;

    public string? Try(Targets targets)
    {
        var page = (nint)Kernel.Call("mmap", 0, 4096, 7, 0x22, -1, 0);
        var code = RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? Kernel.Bytes(0x40, 5, 0x80, 0x52, 0xc0, 3, 0x5f, 0xd6) : Kernel.Bytes(0xb8, 42, 0, 0, 0, 0xc3);
        Buffer.MemoryCopy((void*)code, (void*)page, 8, 6 + (RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? 2 : 0));
        return ((delegate* unmanaged<int>)page)() == 42 ? "42" : null;
    }
}
