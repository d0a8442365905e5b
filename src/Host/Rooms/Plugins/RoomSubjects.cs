using PluginRoom.Host.Broker;

namespace PluginRoom.Host.Rooms.Plugins;

/// <summary>
/// Gives each person of a room a small number for labels and consents. A number is never given twice: what someone left behind
/// in a worker or in the ledger stays theirs.
/// </summary>
public sealed class RoomSubjects
{
    private readonly Dictionary<string, int> _slots = [];

    public int SlotOf(Participant participant)
    {
        if (!_slots.TryGetValue(participant.Id, out var slot))
            _slots.Add(participant.Id, slot = _slots.Count);
        return slot;
    }

    /// <summary>A person's bit in <see cref="Ledger.LedgerEntry.Subjects"/>; those beyond 62 share one.</summary>
    public ulong BitOf(Participant participant) => 1UL << Math.Min(SlotOf(participant), FlowRequest.LastSummarySlot);
}
