using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Processes;

internal sealed class ExecuteMemory : IAttempt
{
    public string Vector => "become a program in memory (memfd, execveat)";

    public Proof Proof => Proof.Trace;

    public bool Alone => true;

    public string? Try(Targets targets)
    {
        var memory = (nint)Kernel.Call("memfd_create", Kernel.Text("program"), 0);
        var bytes = File.ReadAllBytes(Path.Combine(targets.Plugin, "toucher"));
        Kernel.Call("write", memory, Kernel.Bytes(bytes), bytes.Length);
        Kernel.Call("execveat", memory, Kernel.Text(""), Kernel.Numbers(Kernel.Text("toucher"), Kernel.Text(targets.Trace), 0), Kernel.Numbers(0), 0x1000);
        return null;
    }
}
