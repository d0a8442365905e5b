using PluginRoom.Host.Workers.Sandbox;

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
        if (!readiness.IsReady)
            LogNotReady(readiness.Message);
        var survey = await launcher.SurveyAsync(stoppingToken);
        foreach (var finding in survey.Findings.Where(static finding => !finding.Readiness.IsReady))
            LogTier((int)finding.Tier, finding.Readiness.Message);
        if (survey.Tier is SandboxTier.None)
            LogNotConfined(survey.Problem ?? "");
        else if (survey.Tier is not null)
            LogReady(launcher.Isolation);
        if (survey is { Tier: SandboxTier.Landlock, Problem: { } better })
            LogBetter(better);
    }

    [LoggerMessage(2201, LogLevel.Information, "Plugins' server sides run in the sandbox ({Isolation}), and it holds", EventName = "SandboxHolds")]
    private partial void LogReady(string isolation);

    [LoggerMessage(
        2202,
        LogLevel.Critical,
        "PLUGINS ARE NOT CONFINED: --sandbox-floor 0 lets them read and do whatever this host's user can, its memory and people's data "
        + "included. Not for anything but development. {Better}",
        EventName = "PluginsNotConfined")]
    private partial void LogNotConfined(string better);

    [LoggerMessage(2203, LogLevel.Information, "Sandbox tier {Tier} does not hold on this machine: {Reason}", EventName = "SandboxTierFails")]
    private partial void LogTier(int tier, string reason);

    [LoggerMessage(2204, LogLevel.Warning, "{Better}", EventName = "SandboxCouldBeStronger")]
    private partial void LogBetter(string better);

    [LoggerMessage(2205, LogLevel.Warning, "Plugins' server sides do not run on this machine: {Reason}", EventName = "SandboxMissing")]
    private partial void LogNotReady(string reason);
}
