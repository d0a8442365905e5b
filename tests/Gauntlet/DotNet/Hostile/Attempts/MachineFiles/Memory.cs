namespace PluginRoom.Gauntlet.Hostile.Attempts.MachineFiles;

internal sealed class Memory : IAttempt
{
    public string Vector => "read how much memory the machine has";

    public string? Try(Targets targets) => File.ReadLines("/proc/meminfo").First();
}
