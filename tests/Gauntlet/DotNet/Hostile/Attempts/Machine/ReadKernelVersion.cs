namespace PluginRoom.Gauntlet.Hostile.Attempts.Machine;

internal sealed class ReadKernelVersion : IAttempt
{
    public string Vector => "read the kernel's version";

    public string? Try(Targets targets) => Environment.OSVersion.VersionString;
}
