namespace PluginRoom.Gauntlet.Hostile.Attempts.Machine;

internal sealed class ReadName : IAttempt
{
    public string Vector => "read the machine's name";

    public string? Try(Targets targets) => Environment.MachineName is not ("plugin" or "localhost") and var name ? name : null;
}
