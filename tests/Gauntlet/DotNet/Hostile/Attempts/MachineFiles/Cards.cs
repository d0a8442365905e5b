namespace PluginRoom.Gauntlet.Hostile.Attempts.MachineFiles;

internal sealed class Cards : IAttempt
{
    public string Vector => "see a network card";

    public string? Try(Targets targets) => File.ReadAllLines("/proc/net/dev").Skip(2).Select(line => line.Split(':')[0].Trim()).FirstOrDefault(card => card != "lo");
}
