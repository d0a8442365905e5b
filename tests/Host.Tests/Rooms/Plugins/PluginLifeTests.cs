using PluginRoom.Host.Rooms;
using PluginRoom.Protocol.Client;
using Xunit;

namespace PluginRoom.Host.Tests.Rooms.Plugins;

public sealed class PluginLifeTests(PluginRoomFixture room) : IClassFixture<PluginRoomFixture>
{
    [Fact]
    public async Task A_folder_dropped_in_while_people_talk_can_be_added_used_and_is_gone_when_it_is_deleted()
    {
        var ada = await room.Join("Ada");
        var ben = await room.Join("Ben");
        room.DropIn("Echo");

        var plugin = await PluginRoomFixture.Add(ada, PluginRoomFixture.Echo);
        Assert.Equal("Ada", plugin.AddedBy);
        await PluginRoomFixture.Choose(ada, plugin, "plugin.input", "allow");
        await PluginRoomFixture.Type(ada, plugin.Id, "is anybody there?");
        Assert.Equal("is anybody there?", await PluginRoomFixture.Shown(ada));
        Assert.False(ben.HasHeard(RoomEvents.PluginMessage));

        room.Delete("Echo");

        Assert.Equal(plugin.Id, (await ben.Hear<RoomPluginGone>(RoomEvents.RoomPluginRemoved)).Id);
        Assert.Equal("plugin.not-in-room", (await PluginRoomFixture.Type(ada, plugin.Id, "still?")).Error!.Code);
    }
}
