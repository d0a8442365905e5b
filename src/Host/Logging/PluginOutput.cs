namespace PluginRoom.Host.Logging;

/// <summary>
/// What one plugin's server side prints. It may hold what people wrote, so it stays out of the log unless the operator says
/// <c>--log-plugin-output yes</c>.
/// </summary>
internal sealed partial class PluginOutput(ILoggerFactory logs, string plugin)
{
    private readonly ILogger _log = logs.CreateLogger(LogCategories.PluginOutput);

    public void Printed(string level, string line) => LogPrinted(plugin, level, line);

    public void Threw(string during, string problem) => LogThrew(plugin, during, problem);

    /// <param name="reason">With the last lines of its error output.</param>
    public void Stopped(string reason) => LogStopped(plugin, reason);

    [LoggerMessage(2901, LogLevel.Debug, "{Plugin} printed ({Kind}): {Line}", EventName = "PluginPrinted")]
    private partial void LogPrinted(string plugin, string kind, string line);

    [LoggerMessage(2902, LogLevel.Debug, "{Plugin} threw during {During}: {Problem}", EventName = "PluginThrew")]
    private partial void LogThrew(string plugin, string during, string problem);

    [LoggerMessage(2903, LogLevel.Debug, "{Plugin} stopped: {Reason}", EventName = "PluginStopped")]
    private partial void LogStopped(string plugin, string reason);
}
