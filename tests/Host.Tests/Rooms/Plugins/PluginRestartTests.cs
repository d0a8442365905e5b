using PluginRoom.Host.Rooms;
using PluginRoom.Host.Tests.Signaling;
using PluginRoom.Protocol.Client;
using Xunit;

namespace PluginRoom.Host.Tests.Rooms.Plugins;

public sealed class PluginRestartTests(PluginRoomFixture room) : IClassFixture<PluginRoomFixture>
{
    private const int CrashesUntilItStops = 5;
    private const int RestartsAtOnce = 2;

    [Fact]
    public async Task A_plugin_that_crashes_again_and_again_stops_until_somebody_in_the_room_restarts_it()
    {
        var ada = await room.Join("Ada");
        var ben = await room.Join("Ben");
        room.DropIn("Crash");
        var plugin = await PluginRoomFixture.Add(ada, PluginRoomFixture.Crash);
        await PluginRoomFixture.Choose(ada, plugin, "plugin.input", "allow");
        var request = new PluginRequest(plugin.Id);
        Assert.Equal("plugin.not-failed", (await ben.Call<Done>("RestartPlugin", request)).Error!.Code);

        for (var restart = 0; restart < RestartsAtOnce; restart++)
        {
            var failed = await CrashUntilItStops(ada, plugin.Id);
            Assert.Contains("exit code 42", failed.StateReason, StringComparison.Ordinal);

            Assert.Null((await ben.Call<Done>("RestartPlugin", request)).Error);

            await Reach(ada, "running");
            await PluginRoomFixture.Type(ada, plugin.Id, "better now?");
            Assert.Equal("better now?", await PluginRoomFixture.Shown(ada));
        }

        await CrashUntilItStops(ada, plugin.Id);
        Assert.Equal("plugin.restart-rate", (await ben.Call<Done>("RestartPlugin", request)).Error!.Code);
        Assert.Equal("plugin.not-in-room", (await ben.Call<Done>("RestartPlugin", new PluginRequest("org.example.none"))).Error!.Code);
    }

    private static async Task<RoomPluginView> CrashUntilItStops(Browser person, string pluginId)
    {
        for (var crash = 1; crash < CrashesUntilItStops; crash++)
        {
            await PluginRoomFixture.Type(person, pluginId, "exit");
            await Reach(person, "restarting");
            await Reach(person, "running");
        }

        await PluginRoomFixture.Type(person, pluginId, "exit");
        return await Reach(person, "failed");
    }

    private static async Task<RoomPluginView> Reach(Browser person, string state)
    {
        while (true)
        {
            var view = await person.Hear<RoomPluginView>(RoomEvents.RoomPluginChanged);
            if (view.State == state)
                return view;
        }
    }
}
