using PluginRoom.Host.Broker;
using PluginRoom.Host.Vocabulary;

namespace PluginRoom.Host.Ledger;

/// <summary>
/// One entry in the words in which it leaves the host: what pages show, what an export holds, and what the chain is taken over.
/// Whose data it was is no part of it, so that everybody in the room can check the same chain.
/// </summary>
/// <param name="Category">Names, separated by spaces.</param>
/// <param name="Words">Null where the gate decided, see <see cref="LedgerEntry.Words"/>.</param>
public readonly record struct LedgerRecord(
    long Sequence, long At, string PluginId, string Capability, string Category, string Sink, string Verdict, long Count, long Bytes, string? Words)
{
    public static LedgerRecord Of(in LedgerEntry entry) => new(
        entry.Sequence,
        entry.At,
        entry.PluginId,
        entry.Capability?.Name ?? string.Empty,
        CategoryNames(entry.Categories),
        entry.Sink?.ToString() ?? string.Empty,
        entry.Verdict.Name(),
        entry.Count,
        entry.Bytes,
        entry.Words);

    private static string CategoryNames(uint categories)
    {
        var names = new List<string>();
        while (categories != 0)
            names.Add(DataLabel.TakeLowest(ref categories).Name());
        return string.Join(' ', names);
    }
}
