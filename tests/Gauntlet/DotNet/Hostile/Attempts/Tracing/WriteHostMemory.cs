using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Tracing;

internal sealed class WriteHostMemory : IAttempt
{
    public string Vector => "write into the host's memory (process_vm_writev)";

    public Proof Proof => Proof.Memory;

    public string? Try(Targets targets)
    {
        Kernel.Call("process_vm_writev", targets.Host, Kernel.Numbers(Kernel.Bytes(1, 2, 3, 4, 5, 6, 7, 8), 8), 1, Kernel.Numbers(targets.Cell, 8), 1, 0);
        return "written";
    }
}
