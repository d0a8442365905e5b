using System.Globalization;

namespace PluginRoom.Host.Logging;

/// <summary>For people: <c>12:04:31 warn 1203 Plugin org.example.a ...</c></summary>
internal static class LogText
{
    public static void Write(TextWriter output, WrittenEvent written)
    {
        var number = written.Id.Id == 0 ? "-" : written.Id.Id.ToString(CultureInfo.InvariantCulture);
        output.Write(string.Create(CultureInfo.InvariantCulture, $"{written.Time:HH:mm:ss} {LevelWord(written.Level)} {number} {OneLine(written.Message)}"));
        if (written.Exception is { } exception)
            output.Write($" [{ExceptionShape.Types(exception)} at {string.Join(" < ", ExceptionShape.Frames(exception))}]");
        output.Write('\n');
    }

    public static string LevelWord(LogLevel level) => level switch
    {
        LogLevel.Trace => "trce",
        LogLevel.Debug => "dbug",
        LogLevel.Information => "info",
        LogLevel.Warning => "warn",
        LogLevel.Error => "fail",
        _ => "crit",
    };

    // A plugin's words may want to look like another line of the log.
    private static string OneLine(string text) => string.Concat(text.Select(static c => char.IsControl(c) ? ' ' : c));
}
