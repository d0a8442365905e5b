using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using PluginRoom.Host.Settings;

namespace PluginRoom.Host.Logging;

/// <summary>
/// The only way into the log. Three rules keep people out of it, whatever the level: an event of the framework is written without its
/// values, an exception without its message, and scopes (which hold paths and connections) not at all.
/// </summary>
internal sealed class HostLogFormatter(HostSettings settings, TimeProvider time) : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "pluginroom";

    private const string Template = "{OriginalFormat}";

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var values = logEntry.State as IReadOnlyList<KeyValuePair<string, object?>>;
        var isOwn = LogCategories.IsOwn(logEntry.Category);
        var written = new WrittenEvent(
            time.GetUtcNow(),
            logEntry.LogLevel,
            logEntry.EventId,
            logEntry.Category,
            isOwn ? logEntry.Formatter(logEntry.State, logEntry.Exception) : TemplateOf(values),
            isOwn && values is not null ? values.Where(static value => value.Key != Template) : [],
            logEntry.Exception);
        if (settings.Log.Format == LogFormat.Json)
            LogJson.Write(textWriter, written);
        else
            LogText.Write(textWriter, written);
    }

    private static string TemplateOf(IReadOnlyList<KeyValuePair<string, object?>>? values) =>
        values?.FirstOrDefault(static value => value.Key == Template).Value as string ?? "(an event of the framework without a template)";
}
