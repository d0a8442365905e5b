using Microsoft.Extensions.Logging.Console;

namespace PluginRoom.Host.Logging;

/// <summary>Composes this folder into the host.</summary>
internal static class LoggingServices
{
    // Standard output is for the two lines of the announcement; everything else goes to standard error.
    public static void AddLog(this ILoggingBuilder logging, LogSettings settings)
    {
        logging.AddConsole(options =>
        {
            options.FormatterName = HostLogFormatter.FormatterName;
            options.LogToStandardErrorThreshold = LogLevel.Trace;
        });
        logging.AddConsoleFormatter<HostLogFormatter, ConsoleFormatterOptions>();
        logging.SetMinimumLevel(LogLevel.Warning);
        logging.AddFilter("PluginRoom", settings.Level);
        logging.AddFilter(LogCategories.PluginOutput, settings.PluginOutput ? LogLevel.Debug : LogLevel.None);

        // A failed start is an error there, and told by one line of our own; a service that ends the host is critical.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
    }
}
