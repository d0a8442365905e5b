using PluginRoom.Protocol.Client;

namespace PluginRoom.Host.Rooms.Plugins.Forgetting;

/// <summary>A receipt of which something is still to be told. On the room's queue.</summary>
internal sealed class OpenReceipt(RoomReceipts receipts, string participantId, RevocationReceipt receipt)
{
    private RevocationReceipt _receipt = receipt;

    public void Show() => receipts.Put(participantId, _receipt);

    public void Change(Func<RevocationReceipt, RevocationReceipt> change)
    {
        _receipt = change(_receipt);
        Show();
    }

    public void Answer(string sink, string url, string state, string? reason, long at) => Change(receipt => receipt with
    {
        Erasures = [.. receipt.Erasures.Select(each => each.Sink == sink && each.Url == url ? new ErasureView(sink, url, state, reason, at) : each)],
    });
}
