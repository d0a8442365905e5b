namespace PluginRoom.Gauntlet.Hostile.Attempts.Proc;

internal sealed class SeeProcesses : IAttempt
{
    public string Vector => "see the host's process in /proc";

    public string? Try(Targets targets) => Directory.Exists($"/proc/{targets.Host}") ? "seen" : null;
}
