using PluginRoom.Host.Ledger;
using PluginRoom.Host.Tests.Signaling;
using PluginRoom.Protocol.Client;
using Xunit;

namespace PluginRoom.Host.Tests.Rooms.Plugins;

/// <summary>What each person's page is shown of the ledger, and what it can check by it.</summary>
public sealed class LedgerFeedTests : IAsyncLifetime
{
    private readonly PluginRoomFixture _room = new();
    private Browser _ada = null!;
    private Browser _ben = null!;
    private RoomPluginView _echo = null!;

    public async ValueTask InitializeAsync()
    {
        await _room.InitializeAsync();
        _room.DropIn("Echo");
        _ada = await _room.Join("Ada");
        _ben = await _room.Join("Ben");
        _echo = await PluginRoomFixture.Add(_ada, PluginRoomFixture.Echo);
    }

    public ValueTask DisposeAsync() => _room.DisposeAsync();

    [Fact]
    public async Task Everybody_can_check_the_same_chain_from_its_first_entry()
    {
        await PluginRoomFixture.Choose(_ada, _echo, "plugin.input", "allow");
        await PluginRoomFixture.Type(_ada, _echo.Id, "one");
        await PluginRoomFixture.Entry(_ben, entry => entry.Category == "plugin.input");

        var (ada, ben) = (await Read(_ada, null), await Read(_ben, null));

        Assert.Equal(new string('0', 64), ada.Before);
        Assert.Equal(ada.Last, ada.Entries[^1].Sequence);
        Assert.Equal(ada.Entries.Select(entry => entry.Hash), ben.Entries.Select(entry => entry.Hash));
        AssertChained(ada);
        AssertChained(ben);
    }

    [Fact]
    public async Task A_page_reads_on_from_the_last_entry_that_it_has()
    {
        await PluginRoomFixture.Choose(_ada, _echo, "plugin.input", "allow");
        await PluginRoomFixture.Type(_ada, _echo.Id, "one");
        await PluginRoomFixture.Entry(_ben, entry => entry.Category == "plugin.input");
        var all = await Read(_ada, null);

        var rest = await Read(_ada, 1);
        var none = await Read(_ada, all.Last);

        Assert.Equal(all.Entries[0].Hash, rest.Before);
        Assert.Equal(all.Entries.Skip(1).Select(entry => entry.Hash), rest.Entries.Select(entry => entry.Hash));
        Assert.Empty(none.Entries);
        Assert.Equal(all.Entries[^1].Hash, none.Before);
        Assert.Empty((await Read(_ada, long.MaxValue)).Entries);
        Assert.Equal(all.Entries.Count, (await Read(_ada, -1)).Entries.Count);
    }

    [Fact]
    public async Task That_somebody_has_not_allowed_it_is_told_to_them_alone()
    {
        // Past the page, which would hold it back: Ben has not allowed Echo to read what he writes.
        var refused = await _ben.Call<Done>("DeliverChat", new ChatDelivery([_echo.Id], "m1", "hello"));
        Assert.Equal("consent.missing", refused.Error!.Code);

        var forBen = await PluginRoomFixture.Entry(_ben, entry => entry.Capability == "chat.read");
        var forAda = await PluginRoomFixture.Entry(_ada, entry => entry.Capability == "chat.read");

        Assert.Equal(("me", "not-consented"), (forBen.Subject, forBen.Verdict));
        Assert.Equal(("other", "blocked", null), (forAda.Subject, forAda.Verdict, forAda.Salt));
        Assert.Equal(forBen.Hash, forAda.Hash);
        Assert.NotNull(forBen.Salt);
    }

    private static async Task<LedgerBatch> Read(Browser person, long? after)
    {
        var reply = await person.Call<LedgerBatch>("ReadLedger", new LedgerRequest(after));
        Assert.Null(reply.Error);
        return reply.Value!;
    }

    private static void AssertChained(LedgerBatch batch)
    {
        var hash = Convert.FromHexString(batch.Before);
        foreach (var entry in batch.Entries)
        {
            var record = new LedgerRecord(
                entry.Sequence, entry.At, entry.PluginId, entry.Capability, entry.Category, entry.Sink, entry.Verdict, entry.Count, entry.Bytes, entry.Words);
            Assert.Equal(entry.Digest, Convert.ToHexStringLower(LedgerChain.Digest(record, entry.Salt!)));
            hash = LedgerChain.Next(hash, Convert.FromHexString(entry.Digest));
            Assert.Equal(entry.Hash, Convert.ToHexStringLower(hash));
        }
    }
}
