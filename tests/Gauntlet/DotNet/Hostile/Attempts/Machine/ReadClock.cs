namespace PluginRoom.Gauntlet.Hostile.Attempts.Machine;

internal sealed class ReadClock : IAttempt
{
    public string Vector => "read the clock";

    public string? Try(Targets targets) => DateTimeOffset.UtcNow.ToString("O");
}
