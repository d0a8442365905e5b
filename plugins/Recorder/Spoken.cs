namespace PluginRoom.Plugins.Recorder;

/// <summary>Lengths of time as people say them.</summary>
public static class Spoken
{
    /// <summary>"less than a minute", "1 minute", "1 hour 5 minutes".</summary>
    public static string Duration(TimeSpan length)
    {
        var minutes = (long)Math.Floor(length.TotalMinutes);
        if (minutes < 1)
            return "less than a minute";
        var (hours, rest) = (minutes / 60, minutes % 60);
        var parts = new[] { Count(hours, "hour"), Count(rest, "minute") };
        return string.Join(' ', parts.Where(part => part.Length > 0));
    }

    private static string Count(long number, string unit) => number switch
    {
        0 => "",
        1 => $"1 {unit}",
        _ => $"{number} {unit}s",
    };
}
