namespace PluginRoom.Host.Plugins.Manifest.Versions;

/// <summary>
/// A range as npm reads it: <c>^1.2</c>, <c>~1.2.3</c>, <c>1.x</c>, <c>&gt;=1.0 &lt;2</c>, <c>1.0 - 1.4</c>, alternatives with <c>||</c>.
/// A prerelease is compared like any other version.
/// </summary>
public sealed class VersionRange
{
    private readonly IReadOnlyList<IReadOnlyList<Interval>> _alternatives;

    private VersionRange(IReadOnlyList<IReadOnlyList<Interval>> alternatives) => _alternatives = alternatives;

    /// <summary>Null for anything that is not a range.</summary>
    public static VersionRange? Parse(string text)
    {
        var alternatives = new List<IReadOnlyList<Interval>>();
        foreach (var part in text.Split("||"))
        {
            if (ParseAll(part) is not { } intervals)
                return null;
            alternatives.Add(intervals);
        }

        return new VersionRange(alternatives);
    }

    public bool Includes(SemanticVersion version) =>
        _alternatives.Any(intervals => intervals.All(interval => interval.Contains(version)));

    private static List<Interval>? ParseAll(string text)
    {
        if (text.Split(" - ", StringSplitOptions.TrimEntries) is [var from, var to])
            return Interval.Between(from, to) is { } between ? [between] : null;

        var intervals = new List<Interval>();
        foreach (var word in Words(text))
        {
            if (Interval.Parse(word) is not { } interval)
                return null;
            intervals.Add(interval);
        }

        // npm reads an empty alternative as "any version"; in a manifest it is a slip.
        return intervals.Count > 0 ? intervals : null;
    }

    // ">= 1.0" is one word although it has a space.
    private static IEnumerable<string> Words(string text)
    {
        var pending = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            pending += word;
            if (word.All(c => c is '<' or '>' or '=' or '^' or '~'))
                continue;
            yield return pending;
            pending = "";
        }

        if (pending.Length > 0)
            yield return pending;
    }
}
