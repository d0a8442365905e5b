namespace PluginRoom.Gauntlet.Hostile.Attempts.Tracing;

internal sealed class WriteHostMemoryFile : IAttempt
{
    public string Vector => "write into the host's memory through /proc";

    public Proof Proof => Proof.Memory;

    public string? Try(Targets targets)
    {
        using var memory = new FileStream($"/proc/{targets.Host}/mem", FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        memory.Position = targets.Cell;
        memory.Write([1, 2, 3, 4, 5, 6, 7, 8]);
        return "written";
    }
}
