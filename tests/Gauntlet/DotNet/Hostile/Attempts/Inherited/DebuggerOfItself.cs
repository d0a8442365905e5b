namespace PluginRoom.Gauntlet.Hostile.Attempts.Inherited;

internal sealed class DebuggerOfItself : IAttempt
{
    public string Vector => "open a diagnostics socket of its own";

    public string? Try(Targets targets) => Directory.GetFiles("/tmp", $"dotnet-diagnostic-{Environment.ProcessId}-*-socket").FirstOrDefault();
}
