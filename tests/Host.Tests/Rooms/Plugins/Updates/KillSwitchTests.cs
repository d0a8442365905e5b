using PluginRoom.Host.Plugins.Catalog;
using PluginRoom.Host.Rooms;
using PluginRoom.Host.Tests.Signaling;
using PluginRoom.Host.Trust.Policy;
using PluginRoom.Host.Trust.Records;
using PluginRoom.Protocol.Client;
using Xunit;

namespace PluginRoom.Host.Tests.Rooms.Plugins.Updates;

/// <summary>pluginroom block while people use the plugin.</summary>
public sealed class KillSwitchTests(PluginRoomFixture room) : IClassFixture<PluginRoomFixture>
{
    [Fact]
    public async Task A_block_ends_the_plugin_in_every_room_tells_why_and_keeps_it_out_until_it_is_unblocked()
    {
        var ada = await room.Join("Ada");
        await using var ben = await Browser.Connect(room.Address);
        await ben.Join("another-room", "Ben");
        room.DropIn("Echo");
        var echo = await PluginRoomFixture.Add(ada, PluginRoomFixture.Echo);
        await PluginRoomFixture.Add(ben, PluginRoomFixture.Echo);
        await PluginRoomFixture.Choose(ada, echo, "plugin.input", "allow");

        Order(orders => orders with { Blocked = [new PluginBlock { Id = echo.Id, Reason = "It leaks." }] });

        foreach (var person in (Browser[])[ada, ben])
        {
            var gone = await person.Hear<RoomPluginGone>(RoomEvents.RoomPluginRemoved);
            Assert.Equal((echo.Id, "Whoever runs this host has blocked this plugin: It leaks."), (gone.Id, gone.Reason));
            var refused = await person.Call<RoomPluginView>("AddPlugin", new PluginRequest(echo.Id));
            Assert.Equal(("plugin.blocked", "Whoever runs this host has blocked this plugin: It leaks."), (refused.Error!.Code, refused.Error.Message));
        }

        Assert.Equal("plugin.not-in-room", (await PluginRoomFixture.Type(ada, echo.Id, "still?")).Error!.Code);
        Order(orders => orders with { Blocked = [] });
        Assert.Null((await PluginRoomFixture.Add(ada, PluginRoomFixture.Echo, state: "running")).StateReason);
    }

    private void Order(Func<OperatorOrders, OperatorOrders> change) =>
        OrdersDesk.Change(Path.Combine(room.DataFolder, PluginCatalog.TrustFolder), change);
}
