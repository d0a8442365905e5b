namespace PluginRoom.Worker.JavaScript;

/// <summary>
/// JavaScriptCore writes a stack as <c>name@url:line:column</c>. Authors read it as they know it from elsewhere, and only of their own file:
/// lines of the room's own script and of native code say nothing to them.
/// </summary>
internal static class ScriptStack
{
    /// <summary>Null when no line is the plugin's.</summary>
    internal static string? Readable(string stack)
    {
        var lines = new List<string>();
        foreach (var line in stack.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (Readable(line.AsSpan()) is { } readable)
                lines.Add(readable);
        }

        return lines.Count == 0 ? null : string.Join('\n', lines);
    }

    private static string? Readable(ReadOnlySpan<char> line)
    {
        // Where a script was stopped, it says "#2 name() at url:line".
        const string where = "() at ";
        if (line.StartsWith('#') && line.IndexOf(where) is > 0 and var split)
            return Line(line[(line.IndexOf(' ') + 1)..split], line[(split + where.Length)..]);
        var at = line.LastIndexOf('@');
        return at < 0 ? null : Line(line[..at], line[(at + 1)..]);
    }

    private static string? Line(ReadOnlySpan<char> name, ReadOnlySpan<char> place)
    {
        if (place.StartsWith(ScriptSurface.Url) || place.StartsWith(':') || place.SequenceEqual("[native code]"))
            return null;
        return name.IsEmpty ? $"   at {place}" : $"   at {name} ({place})";
    }
}
