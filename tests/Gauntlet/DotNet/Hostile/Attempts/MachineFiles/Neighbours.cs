namespace PluginRoom.Gauntlet.Hostile.Attempts.MachineFiles;

internal sealed class Neighbours : IAttempt
{
    public string Vector => "see the machine's network neighbours";

    public string? Try(Targets targets) => File.ReadAllLines("/proc/net/arp").Skip(1).FirstOrDefault();
}
