using System.Text.RegularExpressions;

namespace PluginRoom.Gauntlet.Frame.Attempts;

/// <summary>How an attempt that works is noticed, from outside the frame.</summary>
internal enum FrameEffect
{
    /// <summary>Something arrives at the canary.</summary>
    Canary,

    /// <summary>The frame tells the page what it read, which only the page knew, or what it was given.</summary>
    Says,

    /// <summary>The page finds the attempt's token in its own storage, channels or document.</summary>
    Trace,

    /// <summary>The browser starts a download named by the token.</summary>
    Download,
}

/// <summary>
/// One file of <c>Frame/attempts</c>: hostile code of a few lines, and above it what it is. The lines read
/// <c>vector: words</c>, <c>effect: says TEXT | trace | download</c> (else the canary hears it), <c>alone</c> (takes the page or the
/// focus with it), <c>not: browser reason</c> (cannot work there even without isolation) and <c>open: browser reason</c> (named in
/// docs/threat-model.md as not stopped there).
/// </summary>
internal sealed partial record FrameAttempt(
    string Group, string Name, string Extension, string Vector, FrameEffect Effect, string Says, bool IsAlone, string Body, IReadOnlyDictionary<string, string> Not, IReadOnlyDictionary<string, string> Open)
{
    public string FileName => $"{Group}-{Name}";

    /// <summary>Works only where names are asked at the canary.</summary>
    public bool NeedsNames => Body.Contains("$NAME", StringComparison.Ordinal);

    /// <summary>As the table names it.</summary>
    public string Title => $"{Group}: {Vector}";

    [GeneratedRegex(@"^(?://|<!--|/\*) (?<key>vector|effect|alone|not|open):? ?(?<value>.*?)(?: -->| \*/)?\r?\n", RegexOptions.Multiline)]
    private static partial Regex Line { get; }

    public static FrameAttempt Read(string path)
    {
        var text = File.ReadAllText(path);
        var lines = Line.Matches(text).Select(match => (Key: match.Groups["key"].Value, Value: match.Groups["value"].Value)).ToList();
        var effect = Value("effect")?.Split(' ', 2) ?? ["canary"];
        return new(
            Path.GetFileName(Path.GetDirectoryName(path))!,
            Path.GetFileNameWithoutExtension(path),
            Path.GetExtension(path),
            Value("vector") ?? throw new InvalidDataException($"{path} has no line `vector: ...`."),
            Enum.Parse<FrameEffect>(effect[0], ignoreCase: true),
            effect.ElementAtOrDefault(1) ?? "",
            lines.Any(line => line.Key == "alone"),
            Line.Replace(text, ""),
            PerBrowser("not"),
            PerBrowser("open"));

        string? Value(string key) => lines.Where(line => line.Key == key).Select(line => line.Value).FirstOrDefault();

        Dictionary<string, string> PerBrowser(string key) => lines
            .Where(line => line.Key == key)
            .Select(line => line.Value.Split(' ', 2))
            .ToDictionary(parts => parts[0], parts => parts[1], StringComparer.OrdinalIgnoreCase);
    }
}
