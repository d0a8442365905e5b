using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Processes;

internal sealed class RaiseLimit : IAttempt
{
    public string Vector => "raise its limit for open files";

    public bool Alone => true;

    public string? Try(Targets targets)
    {
        var now = Kernel.Numbers(0, 0);
        Kernel.Call("prlimit64", 0, 7, 0, now);
        var hard = System.Runtime.InteropServices.Marshal.ReadInt64(now, 8);
        Kernel.Call("prlimit64", 0, 7, Kernel.Numbers(hard + 1, hard + 1), 0);
        return "raised";
    }
}
