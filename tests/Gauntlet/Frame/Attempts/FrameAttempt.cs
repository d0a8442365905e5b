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

/// <summary>The kinds of code that a plugin can bring into a person's browser.</summary>
[Flags]
internal enum AttemptPlace
{
    /// <summary>A page of its own, in a frame.</summary>
    Page = 1,

    /// <summary>A script without a document, as overlays and what changes a camera picture are.</summary>
    Worker = 2,

    /// <summary>The answer of such a script to a camera picture.</summary>
    Pictures = 4,
}

/// <summary>
/// One file of <c>Frame/attempts</c>: hostile code of a few lines, and above it what it is. The lines read
/// <c>vector: words</c>, <c>where: page | worker | page, worker | pictures</c> (without it, in a page), <c>effect: says TEXT | trace | trace TEXT | download</c>
/// (else the canary hears it), <c>alone</c> (takes the page or the focus with it), <c>not: browser reason</c> (cannot work there even without
/// isolation), <c>not-worker: browser reason</c> (cannot work there without a document) and <c>open: browser reason</c> (named in
/// docs/threat-model.md as not stopped there).
/// </summary>
internal sealed partial record FrameAttempt(
    string Group, string Name, string Extension, string Vector, AttemptPlace Where, FrameEffect Effect, string Says, bool IsAlone, string Body, IReadOnlyDictionary<string, string> Not, IReadOnlyDictionary<string, string> Open)
{
    private IReadOnlyDictionary<string, string> NotWorker { get; init; } = new Dictionary<string, string>();

    public string FileName => $"{Group}-{Name}";

    /// <summary>Works only where names are asked at the canary.</summary>
    public bool NeedsNames => Body.Contains("$NAME", StringComparison.Ordinal);

    /// <summary>As the table names it.</summary>
    public string Title => $"{Group}: {Vector}";

    /// <summary>The same for a script without a document: what cannot work there is another thing than in a page.</summary>
    public FrameAttempt InWorker() => this with { Not = new Dictionary<string, string>(Not.Concat(NotWorker.ExceptBy(Not.Keys, pair => pair.Key)), StringComparer.OrdinalIgnoreCase) };

    [GeneratedRegex(@"^(?://|<!--|/\*) (?<key>vector|where|effect|alone|not-worker|not|open):? ?(?<value>.*?)(?: -->| \*/)?\r?\n", RegexOptions.Multiline)]
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
            Enum.Parse<AttemptPlace>(Value("where") ?? nameof(AttemptPlace.Page), ignoreCase: true),
            Enum.Parse<FrameEffect>(effect[0], ignoreCase: true),
            effect.ElementAtOrDefault(1) ?? "",
            lines.Any(line => line.Key == "alone"),
            Line.Replace(text, ""),
            PerBrowser("not"),
            PerBrowser("open")) { NotWorker = PerBrowser("not-worker") };

        string? Value(string key) => lines.Where(line => line.Key == key).Select(line => line.Value).FirstOrDefault();

        Dictionary<string, string> PerBrowser(string key) => lines
            .Where(line => line.Key == key)
            .Select(line => line.Value.Split(' ', 2))
            .ToDictionary(parts => parts[0], parts => parts[1], StringComparer.OrdinalIgnoreCase);
    }
}
