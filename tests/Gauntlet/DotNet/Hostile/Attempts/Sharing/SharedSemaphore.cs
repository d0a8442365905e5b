using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Sharing;

internal sealed class SharedSemaphore : IAttempt
{
    public string Vector => "see another worker's SysV semaphore";

    public Action<Targets>? Accomplice => static targets => Kernel.Call("semget", targets.Key, 1, 0x3b6);

    public string? Try(Targets targets) => $"semaphore {Kernel.Call("semget", targets.Key, 1, 0)}";
}
