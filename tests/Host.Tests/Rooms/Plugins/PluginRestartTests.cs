using PluginRoom.Host.Rooms;
using PluginRoom.Host.Tests.Capabilities;
using PluginRoom.Host.Tests.Signaling;
using PluginRoom.Protocol.Client;
using Xunit;

namespace PluginRoom.Host.Tests.Rooms.Plugins;

public sealed class PluginRestartTests : IAsyncLifetime
{
    private const int CrashesUntilItStops = 5;
    private const int RestartsAtOnce = 2;

    private const string Stillborn = """
        {
          "manifestVersion": 1, "id": "test.pluginroom.stillborn", "name": "Stillborn", "version": "1.0.0",
          "engines": { "pluginroom": "^1.0" },
          "publisher": { "name": "PluginRoom tests", "contact": "tests@example.org", "privacyPolicy": "PRIVACY.md" },
          "server": { "runtime": "javascript", "entry": "main.js" }
        }
        """;

    // Beyond the longest wait before a plugin stays stopped; all of them together are within the minute in which ends are counted.
    private static readonly TimeSpan BackOff = TimeSpan.FromSeconds(3);

    private readonly ShiftedTime _workers = new();
    private readonly PluginRoomFixture _room;

    public PluginRestartTests() => _room = new PluginRoomFixture { Services = StandingTime.Use, WorkerTime = _workers };

    public ValueTask InitializeAsync() => _room.InitializeAsync();

    public ValueTask DisposeAsync() => _room.DisposeAsync();

    [Fact]
    public async Task A_plugin_that_crashes_again_and_again_stops_until_somebody_in_the_room_restarts_it()
    {
        var ada = await _room.Join("Ada");
        var ben = await _room.Join("Ben");
        _room.DropIn("Crash");
        var plugin = await PluginRoomFixture.Add(ada, PluginRoomFixture.Crash);
        await PluginRoomFixture.Choose(ada, plugin, "plugin.input", "allow");
        var request = new PluginRequest(plugin.Id);
        Assert.Equal("plugin.not-failed", (await ben.Call<Done>("RestartPlugin", request)).Error!.Code);

        for (var restart = 0; restart < RestartsAtOnce; restart++)
        {
            var failed = await CrashUntilItStops(ada, plugin.Id);
            Assert.Contains("exit code 42", failed.StateReason, StringComparison.Ordinal);
            Assert.DoesNotContain("I was told", failed.StateReason, StringComparison.Ordinal);

            Assert.Null((await ben.Call<Done>("RestartPlugin", request)).Error);

            await Reach(ada, "running");
            await PluginRoomFixture.Type(ada, plugin.Id, "better now?");
            Assert.Equal("better now?", await PluginRoomFixture.Shown(ada));
        }

        await CrashUntilItStops(ada, plugin.Id);
        Assert.Equal("plugin.restart-rate", (await ben.Call<Done>("RestartPlugin", request)).Error!.Code);
        Assert.Equal("plugin.not-in-room", (await ben.Call<Done>("RestartPlugin", new PluginRequest("org.example.none"))).Error!.Code);
    }

    [Fact]
    public async Task Last_words_are_shown_only_of_a_process_that_knew_nothing_of_anybody()
    {
        var ada = await _room.Join("Ada");
        _room.Write("Stillborn", ("plugin.json", Stillborn), ("PRIVACY.md", "It never runs."), ("main.js", "throw new Error('my own words');"));
        await ada.SeeReady("test.pluginroom.stillborn");
        Assert.Null((await ada.Call<RoomPluginView>("AddPlugin", new PluginRequest("test.pluginroom.stillborn"))).Error);

        var ended = await PluginRoomFixture.View(ada, view => view is { Id: "test.pluginroom.stillborn", State: "restarting" });
        Assert.Contains("my own words", ended.StateReason, StringComparison.Ordinal);
    }

    private async Task<RoomPluginView> CrashUntilItStops(Browser person, string pluginId)
    {
        for (var crash = 1; crash < CrashesUntilItStops; crash++)
        {
            await PluginRoomFixture.Type(person, pluginId, "exit");
            await Reach(person, "restarting");
            _workers.Forward(BackOff);
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
