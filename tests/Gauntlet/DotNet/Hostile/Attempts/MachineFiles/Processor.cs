namespace PluginRoom.Gauntlet.Hostile.Attempts.MachineFiles;

internal sealed class Processor : IAttempt
{
    public string Vector => "read the processor's model";

    public string? Try(Targets targets) => File.ReadLines("/proc/cpuinfo").FirstOrDefault(static line => line.StartsWith("model name") || line.StartsWith("CPU part"));
}
