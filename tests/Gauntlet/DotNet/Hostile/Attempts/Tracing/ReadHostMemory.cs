using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Tracing;

internal sealed unsafe class ReadHostMemory : IAttempt
{
    public string Vector => "read the host's memory (process_vm_readv)";

    public Proof Proof => Proof.Secret;

    public string? Try(Targets targets)
    {
        var bytes = new byte[32];
        fixed (byte* target = bytes)
            Kernel.Call("process_vm_readv", targets.Host, Kernel.Numbers((nint)target, 32), 1, Kernel.Numbers(targets.Marker, 32), 1, 0);
        return Names.Text(bytes);
    }
}
