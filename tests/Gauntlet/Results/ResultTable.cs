using System.Text;

namespace PluginRoom.Gauntlet.Results;

/// <summary>What the run found, as a Markdown table with a total for each surface.</summary>
internal sealed class ResultTable
{
    private readonly Lock _lock = new();
    private readonly List<GauntletRow> _rows = [];

    public IReadOnlyList<GauntletRow> Rows
    {
        get
        {
            lock (_lock)
                return [.. _rows.OrderBy(row => row.Surface, StringComparer.Ordinal).ThenBy(row => row.Vector, StringComparer.Ordinal)];
        }
    }

    public void Add(GauntletRow row)
    {
        lock (_lock)
            _rows.Add(row);
    }

    public string ToMarkdown() => $"{Vectors()}\n{Totals()}";

    /// <summary>Of the vectors that worked without isolation: how many it stopped.</summary>
    public string Totals()
    {
        var text = new StringBuilder("| surface | tried | open without isolation | blocked | open with isolation | not counted |\n| --- | ---: | ---: | ---: | ---: | ---: |\n");
        foreach (var surface in Rows.GroupBy(row => row.Surface))
            text.AppendLine(Total(surface.Key, [.. surface]));
        if (Rows.Select(row => row.Surface).Distinct().Count() > 1)
            text.AppendLine(Total("**all**", Rows));
        return text.ToString();
    }

    private string Vectors()
    {
        var text = new StringBuilder("| surface | vector | without isolation | with isolation | note |\n| --- | --- | --- | --- | --- |\n");
        foreach (var row in Rows)
            text.AppendLine($"| {row.Surface} | {Cell(row.Vector)} | {Cell(row.Without.ToString())} | {Cell(With(row))} | {Cell(row.Note)} |");
        return text.ToString();
    }

    private static string With(GauntletRow row) => row.IsCounted || row.With.Reason is not null ? row.With.ToString() : "not counted";

    private static string Total(string surface, IReadOnlyList<GauntletRow> rows)
    {
        var counted = rows.Where(row => row.IsCounted).ToList();
        return $"| {surface} | {rows.Count} | {counted.Count} | {counted.Count(row => row.With == Outcome.Blocked)} | "
            + $"{counted.Count(row => row.With == Outcome.Open)} | {rows.Count - counted.Count} |";
    }

    private static string Cell(string text) => text.ReplaceLineEndings(" ").Replace("|", "\\|", StringComparison.Ordinal);
}
