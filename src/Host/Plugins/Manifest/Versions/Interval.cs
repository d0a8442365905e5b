namespace PluginRoom.Host.Plugins.Manifest.Versions;

/// <summary>From a version, inclusive, up to another, exclusive; null: open.</summary>
internal readonly record struct Interval(SemanticVersion? From, SemanticVersion? Before)
{
    private static readonly string[] Operators = ["<=", ">=", "<", ">", "=", "^", "~", ""];

    public bool Contains(SemanticVersion version) =>
        (From is not { } from || version >= from) && (Before is not { } before || version < before);

    public static Interval? Parse(string word)
    {
        var sign = Operators.First(sign => word.StartsWith(sign, StringComparison.Ordinal));
        if (PartialVersion.Parse(word[sign.Length..]) is not { } partial)
            return null;
        return sign switch
        {
            ">=" => new(partial.First, null),
            ">" => new(partial.Next, null),
            "<" => new(null, partial.First),
            "<=" => new(null, partial.Next),
            "^" => new(partial.First, partial.NextBreaking),
            "~" => new(partial.First, partial.NextMinor),
            _ => new(partial.First, partial.Next),
        };
    }

    /// <summary><c>1.0 - 1.4</c>: the end is included with everything that it covers.</summary>
    public static Interval? Between(string from, string to) =>
        PartialVersion.Parse(from) is { } first && PartialVersion.Parse(to) is { } last ? new(first.First, last.Next) : null;
}
