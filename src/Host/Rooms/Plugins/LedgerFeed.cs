using PluginRoom.Host.Broker;
using PluginRoom.Host.Ledger;
using PluginRoom.Protocol.Client;

namespace PluginRoom.Host.Rooms.Plugins;

/// <summary>Shows each person in the room the ledger as they may see it, soon after something was written.</summary>
public sealed class LedgerFeed
{
    /// <summary>Entries in one reply; a page reads on from there.</summary>
    private const int MaxReply = 2_000;

    /// <summary>Of everybody from the 64th on: it may be somebody else's.</summary>
    private const ulong SharedBit = 1UL << FlowRequest.LastSummarySlot;

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

    public LedgerBatch Read(Participant participant, LedgerRequest request)
    {
        var first = request.After is { } after
            ? (int)Math.Clamp(after, 0, _ledger.SealedCount)
            : Math.Max(0, _ledger.SealedCount - MaxReply);
        return BatchFor(participant, first, Math.Min(_ledger.SealedCount, first + MaxReply));
    }

    public void Stop() => _timer.Dispose();

    private void Publish()
    {
        var first = _ledger.SealedCount;
        if (_ledger.Seal() == 0)
            return;
        foreach (var participant in _room.Participants)
            if (!participant.Away)
                _room.Send(participant.Id, RoomEvents.Ledger, BatchFor(participant, first, _ledger.SealedCount));
    }

    private LedgerBatch BatchFor(Participant participant, int first, int end)
    {
        var me = _subjects.BitOf(participant);
        var entries = new List<LedgerEntryView>(end - first);
        for (var index = first; index < end; index++)
            entries.Add(View(index, me));
        return new LedgerBatch(_ledger.HashOf(first - 1), entries, _ledger.SealedCount);
    }

    private LedgerEntryView View(int index, ulong me)
    {
        ref readonly var entry = ref _ledger[index];
        var record = LedgerRecord.Of(entry);
        var veiled = TellsOfOthers(entry, me);
        return new LedgerEntryView(
            record.Sequence,
            record.At,
            record.PluginId,
            record.Capability,
            record.Category,
            entry.Subjects == 0 ? "nobody" : (entry.Subjects & me) != 0 ? "me" : "other",
            record.Sink,
            veiled ? "blocked" : record.Verdict,
            record.Count,
            record.Bytes,
            record.Words,
            veiled ? null : _ledger.SaltOf(index),
            _ledger.DigestOf(index),
            _ledger.HashOf(index));
    }

    // Where two meet, "somebody has not allowed it" names the other one. It is veiled together with what no flow is declared for:
    // by itself that would give away which of both it was.
    private static bool TellsOfOthers(in LedgerEntry entry, ulong me) =>
        entry.Verdict is Verdict.NotConsented or Verdict.Label && ((entry.Subjects & ~me) != 0 || me == SharedBit);
}
