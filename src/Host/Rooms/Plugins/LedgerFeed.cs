using PluginRoom.Host.Broker;
using PluginRoom.Host.Ledger;
using PluginRoom.Host.Vocabulary;
using PluginRoom.Protocol.Client;

namespace PluginRoom.Host.Rooms.Plugins;

/// <summary>Shows each person in the room the ledger as they may see it, soon after something was written.</summary>
public sealed class LedgerFeed
{
    /// <summary>What a page gets on opening; the rest it has seen live or can do without.</summary>
    private const int MaxHistory = 2_000;

    private readonly Room _room;
    private readonly RoomSubjects _subjects;
    private readonly FlowLedger _ledger;
    private readonly ITimer _timer;

    public LedgerFeed(Room room, RoomSubjects subjects, FlowLedger ledger, TimeProvider time)
    {
        (_room, _subjects, _ledger) = (room, subjects, ledger);
        _timer = time.CreateTimer(_ => room.Post(Publish), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        ledger.Opened += () => _timer.Change(FlowLedger.Window, Timeout.InfiniteTimeSpan);
    }

    public LedgerBatch HistoryFor(Participant participant) =>
        BatchFor(participant, Math.Max(0, _ledger.SealedCount - MaxHistory));

    public void Stop() => _timer.Dispose();

    private void Publish()
    {
        var first = _ledger.SealedCount;
        if (_ledger.Seal() == 0)
            return;
        foreach (var participant in _room.Participants)
            if (!participant.Away)
                _room.Send(participant.Id, RoomEvents.Ledger, BatchFor(participant, first));
    }

    private LedgerBatch BatchFor(Participant participant, int first)
    {
        var me = _subjects.BitOf(participant);
        var entries = new List<LedgerEntryView>(_ledger.SealedCount - first);
        for (var index = first; index < _ledger.SealedCount; index++)
            entries.Add(View(_ledger[index], _ledger.HashOf(index), me));
        return new LedgerBatch(entries);
    }

    private static LedgerEntryView View(in LedgerEntry entry, string hash, ulong me) => new(
        entry.Sequence,
        entry.At,
        entry.PluginId,
        entry.Capability?.Name ?? string.Empty,
        CategoryNames(entry.Categories),
        entry.Subjects == 0 ? "nobody" : (entry.Subjects & me) != 0 ? "me" : "other",
        entry.Sink?.ToString() ?? string.Empty,
        entry.Verdict.Name(),
        entry.Count,
        entry.Bytes,
        hash,
        entry.Words);

    private static string CategoryNames(uint categories)
    {
        var names = new List<string>();
        while (categories != 0)
            names.Add(DataLabel.TakeLowest(ref categories).Name());
        return string.Join(' ', names);
    }
}
