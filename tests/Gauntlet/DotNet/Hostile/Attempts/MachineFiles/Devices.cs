namespace PluginRoom.Gauntlet.Hostile.Attempts.MachineFiles;

internal sealed class Devices : IAttempt
{
    public string Vector => "open a device of the machine";

    public string? Try(Targets targets)
    {
        string[] devices = ["/dev/full", "/dev/mem", "/dev/kmsg", "/dev/fuse", "/dev/net/tun"];
        using var device = File.OpenRead(devices.First(File.Exists));
        return device.Name;
    }
}
