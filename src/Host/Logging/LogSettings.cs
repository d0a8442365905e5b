namespace PluginRoom.Host.Logging;

public enum LogFormat
{
    /// <summary>One line for people.</summary>
    Text,

    /// <summary>One JSON object on a line, for programs.</summary>
    Json,
}

/// <summary>What the operator wants to read.</summary>
/// <param name="Level">Of the host's own events. The framework's come from Warning on.</param>
/// <param name="PluginOutput">What plugins' server sides print, too; it may hold what people said.</param>
public sealed record LogSettings(LogFormat Format = LogFormat.Text, LogLevel Level = LogLevel.Information, bool PluginOutput = false);
