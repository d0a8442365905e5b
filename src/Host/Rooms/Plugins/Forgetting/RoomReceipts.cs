using PluginRoom.Protocol.Client;

namespace PluginRoom.Host.Rooms.Plugins.Forgetting;

/// <summary>
/// The receipts of everybody in one room, for as long as they have a seat: a page that was reloaded asks for them again. They hold
/// no name and no content. On the room's queue.
/// </summary>
internal sealed class RoomReceipts(Room room)
{
    /// <summary>For each person; the oldest go first.</summary>
    private const int MaxKept = 64;

    private readonly Dictionary<string, List<RevocationReceipt>> _kept = [];

    public ReceiptList Of(Participant participant) => new([.. _kept.GetValueOrDefault(participant.Id, [])]);

    /// <summary>A new one, or what became of an earlier one.</summary>
    public void Put(string participantId, RevocationReceipt receipt)
    {
        if (room.Find(participantId) is null)
            return;
        if (!_kept.TryGetValue(participantId, out var kept))
            _kept.Add(participantId, kept = []);
        if (kept.FindIndex(each => each.Id == receipt.Id) is var index and >= 0)
            kept[index] = receipt;
        else
            kept.Add(receipt);
        if (kept.Count > MaxKept)
            kept.RemoveAt(0);
        room.Send(participantId, RoomEvents.Receipt, receipt, bytes: 1024);
    }

    public void Left(Participant participant) => _kept.Remove(participant.Id);
}
