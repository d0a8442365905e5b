using PluginRoom.Gauntlet.Hostile.Native;

namespace PluginRoom.Gauntlet.Hostile.Attempts.Proc;

internal sealed class MemoryOfHost : IAttempt
{
    public string Vector => "read the host's memory through /proc";

    public Proof Proof => Proof.Secret;

    public string? Try(Targets targets)
    {
        using var memory = new FileStream($"/proc/{targets.Host}/mem", FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
        memory.Position = targets.Marker;
        var bytes = new byte[32];
        memory.ReadExactly(bytes);
        return Names.Text(bytes);
    }
}
