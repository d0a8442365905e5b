namespace PluginRoom.Gauntlet.Hostile.Attempts.MachineFiles;

internal sealed class Devices : IAttempt
{
    public string Vector => "open a device of the machine";

    public string? Try(Targets targets)
    {
        foreach (var path in (string[])["/dev/mem", "/dev/kmsg", "/dev/fuse", "/dev/net/tun", "/dev/ptmx", "/dev/full", "/dev/shm"])
        {
            if (Path.Exists(path))
                return path;
        }

        return null;
    }
}
