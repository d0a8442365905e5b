namespace PluginRoom.Gauntlet.Hostile.Attempts.Machine;

internal sealed class CountProcessors : IAttempt
{
    public string Vector => "count the processors";

    public string? Try(Targets targets) => Environment.ProcessorCount.ToString();
}
