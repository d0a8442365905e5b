using PluginRoom.Host.Settings;

namespace PluginRoom.Host.Logging;

/// <summary>Reads what the operator wants to be logged. Each comes with where it was said, for the error.</summary>
internal static class LogSettingsReader
{
    private static readonly LogLevel[] Levels = [LogLevel.Trace, LogLevel.Debug, LogLevel.Information, LogLevel.Warning, LogLevel.Error];

    /// <exception cref="StartupException">One is no such word.</exception>
    public static LogSettings Read((string Text, string Source)? format, (string Text, string Source)? level, (string Text, string Source)? output) => new(
        format switch
        {
            null or ("text", _) => LogFormat.Text,
            ("json", _) => LogFormat.Json,
            var (text, source) => throw new StartupException($"{source} must be text or json, but is '{text}'."),
        },
        level is var (word, from) ? ReadLevel(word, from) : LogLevel.Information,
        output switch
        {
            null or ("no", _) => false,
            ("yes", _) => true,
            var (text, source) => throw new StartupException($"{source} must be yes or no, but is '{text}'."),
        });

    private static LogLevel ReadLevel(string text, string source) =>
        Levels.Cast<LogLevel?>().FirstOrDefault(level => level.ToString()!.Equals(text, StringComparison.OrdinalIgnoreCase))
        ?? throw new StartupException($"{source} must be trace, debug, information, warning or error, but is '{text}'.");
}
