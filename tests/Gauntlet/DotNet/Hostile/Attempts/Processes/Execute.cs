using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Processes;

internal sealed class Execute : IAttempt
{
    public string Vector => "become another program (execve)";

    public Proof Proof => Proof.Trace;

    public bool Alone => true;

    public string? Try(Targets targets)
    {
        // The program makes the file that its argument names.
        var path = Kernel.Text(Path.Combine(targets.Plugin, "toucher"));
        Kernel.Call("execve", path, Kernel.Numbers(path, Kernel.Text(targets.Trace), 0), Kernel.Numbers(0));
        return null;
    }
}
