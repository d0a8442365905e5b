using PluginRoom.Host.Broker;
using PluginRoom.Host.Storage.Entries;

namespace PluginRoom.Host.Rooms.Plugins;

/// <summary>
/// Gives each person of a room a small number for labels and consents. A number is never given twice: what someone left behind
/// in a worker or in the ledger stays theirs.
/// </summary>
public sealed class RoomSubjects
{
    private readonly Dictionary<string, int> _slots = [];
    private readonly List<SubjectId> _ids = [];

    /// <summary>Everyone who has been here, and is or is not any more.</summary>
    public IReadOnlyCollection<string> ParticipantIds => _slots.Keys;

    /// <summary>Numbers given so far.</summary>
    public int Count => _ids.Count;

    public int SlotOf(Participant participant)
    {
        if (!_slots.TryGetValue(participant.Id, out var slot))
            _slots.Add(participant.Id, slot = Add(SubjectId.New()));
        return slot;
    }

    /// <summary>Null for somebody of an earlier room of this name.</summary>
    public string? ParticipantOf(int slot) => _slots.FirstOrDefault(each => each.Value == slot).Key;

    /// <summary>Of somebody who is or was here.</summary>
    public int SlotOf(string participantId) => _slots[participantId];

    /// <summary>The person of this id, as what is stored knows them.</summary>
    public SubjectId IdOf(string participantId) => _ids[_slots[participantId]];

    /// <summary>
    /// For what is stored. Somebody of an earlier room of this name is given a number here too: nobody who is here now, whoever comes.
    /// </summary>
    public int SlotOf(SubjectId subject) => _ids.IndexOf(subject) is var slot and >= 0 ? slot : Add(subject);

    /// <summary>The person of this number, as what is stored knows them.</summary>
    public SubjectId IdOf(int slot) => _ids[slot];

    /// <summary>A person's bit in <see cref="Ledger.LedgerEntry.Subjects"/>; those beyond 62 share one.</summary>
    public ulong BitOf(Participant participant) => 1UL << Math.Min(SlotOf(participant), FlowRequest.LastSummarySlot);

    private int Add(SubjectId subject)
    {
        _ids.Add(subject);
        return _ids.Count - 1;
    }
}
