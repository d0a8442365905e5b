namespace PluginRoom.Gauntlet.Hostile.Attempts.Proc;

internal sealed class KernelSymbols : IAttempt
{
    public string Vector => "read the addresses of kernel symbols";

    public string? Try(Targets targets) => File.ReadLines("/proc/kallsyms").FirstOrDefault(static line => !line.StartsWith("0000000000000000"));
}
