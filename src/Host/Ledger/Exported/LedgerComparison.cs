namespace PluginRoom.Host.Ledger.Exported;

/// <summary>
/// Whether two people of one room were shown the same record. One file by itself could have been made up from its first entry to its
/// last; two that agree could not, unless both people or the host made them up together.
/// </summary>
internal static class LedgerComparison
{
    /// <summary>In words, and whether they agree. Both have to be good by themselves.</summary>
    public static (bool Agree, string Words) Of(LedgerExport one, LedgerExport other)
    {
        var (from, to) = (Math.Max(one.First, other.First), Math.Min(one.Last, other.Last));
        if (from > to)
            return (false, "They cannot be compared: no entry is in both.");
        for (var sequence = from; sequence <= to; sequence++)
            if (HashAt(one, sequence) != HashAt(other, sequence))
                return (false, $"They differ from entry {sequence} on: they are of two rooms, or one of them was made up.");
        return (true, $"They are of the same record: entries {from} to {to} are the same in both.");
    }

    private static string HashAt(LedgerExport export, long sequence) => export.Entries[(int)(sequence - export.First)].Hash;
}
