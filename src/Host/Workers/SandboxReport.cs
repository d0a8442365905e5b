namespace PluginRoom.Host.Workers;

/// <summary>
/// Tries the sandbox when the host has started and says how it went, so that an operator does not learn it from the first plugin
/// that somebody adds. Beside the start, because it takes as long as a worker does.
/// </summary>
internal sealed partial class SandboxReport(WorkerLauncher launcher, ILogger<SandboxReport> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var readiness = await launcher.ProbeAsync(stoppingToken);
        if (readiness.IsReady)
            LogReady(launcher.Isolation);
        else
            LogNotReady(readiness.Message);
    }

    [LoggerMessage(LogLevel.Information, "Plugins' server sides run in the sandbox ({Isolation}), and it holds")]
    private partial void LogReady(string isolation);

    [LoggerMessage(LogLevel.Warning, "Plugins' server sides do not run on this machine: {Reason}")]
    private partial void LogNotReady(string reason);
}
