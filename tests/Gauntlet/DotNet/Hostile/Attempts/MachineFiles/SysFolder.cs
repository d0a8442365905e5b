namespace PluginRoom.Gauntlet.Hostile.Attempts.MachineFiles;

internal sealed class SysFolder : IAttempt
{
    public string Vector => "read the kernel's parameters in /sys";

    public string? Try(Targets targets) => Directory.GetFileSystemEntries("/sys/kernel").FirstOrDefault();
}
