namespace PluginRoom.Gauntlet.Results;

public sealed class ResultTableTests
{
    private readonly ResultTable _table = new();

    [Fact]
    public void A_vector_whose_control_did_not_work_is_not_counted_as_blocked()
    {
        _table.Add(new("frame", "a", Outcome.Open, Outcome.Blocked, ""));
        _table.Add(new("frame", "b", Outcome.Blocked, Outcome.Blocked, ""));
        _table.Add(new("frame", "c", Outcome.NotApplicable("no driver"), Outcome.Blocked, ""));
        _table.Add(new("frame", "d", Outcome.Open, Outcome.Open, "named"));
        _table.Add(new("frame", "e", Outcome.Open, Outcome.NotApplicable("no device"), ""));

        Assert.Contains("| frame | 5 | 2 | 1 | 1 | 3 |", _table.Totals(), StringComparison.Ordinal);
        Assert.Contains("| frame | b | blocked | not counted |", _table.ToMarkdown(), StringComparison.Ordinal);
    }

    [Fact]
    public void Surfaces_are_summed_up()
    {
        _table.Add(new("frame", "a", Outcome.Open, Outcome.Blocked, ""));
        _table.Add(new("worker", "a", Outcome.Open, Outcome.Blocked, ""));

        Assert.Contains("| **all** | 2 | 2 | 2 | 0 | 0 |", _table.Totals(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_bar_in_a_name_breaks_no_row()
    {
        _table.Add(new("frame", "a | b", Outcome.Open, Outcome.Blocked, "one\ntwo"));

        Assert.Contains("| frame | a \\| b | open | blocked | one two |", _table.ToMarkdown(), StringComparison.Ordinal);
    }
}
