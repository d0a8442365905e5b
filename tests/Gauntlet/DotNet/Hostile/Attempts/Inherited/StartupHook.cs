namespace PluginRoom.Gauntlet.Hostile.Attempts.Inherited;

internal sealed class StartupHook : IAttempt
{
    public string Vector => "find what the host told its runtime";

    public string? Try(Targets targets) => Environment.GetEnvironmentVariable("PATH");
}
