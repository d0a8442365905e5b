using PluginRoom.Host.Tests.Signaling;
using PluginRoom.Protocol.Client;
using Xunit;

namespace PluginRoom.Host.Tests.Rooms.Plugins.Keeping;

/// <summary>storage.room and storage.user from a plugin in its sandbox to the file and back, through the gate.</summary>
public sealed class StorageTests : IAsyncLifetime
{
    private const string Keep = "test.pluginroom.keep";

    private readonly PluginRoomFixture _room = new();
    private Browser _ada = null!;
    private RoomPluginView _plugin = null!;

    public async ValueTask InitializeAsync()
    {
        await _room.InitializeAsync();
        _ada = await _room.Join("Ada");
        _room.DropIn("Keep");
        _plugin = await PluginRoomFixture.Add(_ada, Keep);
        await PluginRoomFixture.Choose(_ada, _plugin, "plugin.input", "allow");
    }

    public ValueTask DisposeAsync() => _room.DisposeAsync();

    [Fact]
    public async Task What_is_stored_is_read_listed_counted_and_deleted()
    {
        Assert.Equal("nothing", await Order("get key"));
        Assert.Equal("put key", await Order("put key a value"));
        Assert.Equal("got a value", await Order("get key"));
        Assert.Equal("counted 1", await Order("count"));
        Assert.Equal("counted 2", await Order("count"));
        Assert.Equal("keys count,key", await Order("list"));
        Assert.Equal("deleted key", await Order("delete key"));
        Assert.Equal("nothing", await Order("get key"));
    }

    [Fact]
    public async Task Each_person_has_values_of_their_own()
    {
        var ben = await _room.Join("Ben");
        await PluginRoomFixture.Choose(ben, _plugin, "plugin.input", "allow");

        Assert.Equal("put colour", await Order("my-put colour red"));
        Assert.Equal("nothing", await Order("get colour"));
        await PluginRoomFixture.Type(ben, Keep, "my-get colour");
        Assert.Equal("nothing", await PluginRoomFixture.Shown(_ada));
        Assert.Equal("got red", await Order("my-get colour"));
        Assert.Equal("participant.unknown", await Order("stranger"));
    }

    [Fact]
    public async Task What_the_manifest_does_not_name_is_refused_and_stands_in_the_ledger()
    {
        _room.DropIn("Greedy");
        var greedy = await PluginRoomFixture.Add(_ada, PluginRoomFixture.Greedy);
        await PluginRoomFixture.Choose(_ada, greedy, "plugin.input", "allow");

        await PluginRoomFixture.Type(_ada, greedy.Id, "store");

        Assert.Equal("storage.room: not-declared", await PluginRoomFixture.Shown(_ada));
        Assert.Equal("storage.user: not-declared", await PluginRoomFixture.Shown(_ada));
        await PluginRoomFixture.Entry(_ada, entry => entry is { PluginId: PluginRoomFixture.Greedy, Capability: "storage.user", Verdict: "not-declared" });
    }

    [Fact]
    public async Task Writing_and_reading_stand_in_the_ledger_with_whose_data_it_is()
    {
        await Order("put key value");
        await Order("get key");

        var sinks = new HashSet<string>();
        await PluginRoomFixture.Entry(_ada, entry =>
        {
            // "key" and "value" on the way in, "value" on the way out.
            if (entry is { Capability: "storage.room", Category: "plugin.input", Subject: "me", Verdict: "forwarded" }
                && entry.Bytes == (entry.Sink == "storage.room" ? 8 : 5))
                sinks.Add(entry.Sink);
            return sinks.SetEquals(["storage.room", ""]);
        });
    }

    [Fact]
    public async Task What_somebody_took_back_is_deleted_and_the_rest_stays()
    {
        var ben = await _room.Join("Ben");
        await PluginRoomFixture.Choose(_ada, _plugin, "content.chat", "allow");
        await PluginRoomFixture.Choose(ben, _plugin, "content.chat", "allow");
        Assert.Equal("kept by Ada", await Say(_ada, "by Ada"));
        await PluginRoomFixture.Choose(_ada, _plugin, "content.chat", "refuse");
        await Restarted();
        Assert.Equal("nothing", await Order("get chat"));

        // In a process that has not read Ada's line, Ben's rests on Ben alone.
        Assert.Equal("kept by Ben", await Say(ben, "by Ben"));
        await PluginRoomFixture.Choose(_ada, _plugin, "plugin.input", "refuse");
        await Restarted();
        await PluginRoomFixture.Choose(_ada, _plugin, "plugin.input", "allow");

        // The worker had read Ada's orders by then, so they were in the label of what it wrote.
        Assert.Equal("nothing", await Order("get chat"));
        Assert.Equal("kept by Ben alone", await Say(ben, "by Ben alone"));
    }

    [Fact]
    public async Task Reading_what_an_earlier_room_left_binds_the_reader_to_the_same_rules()
    {
        await PluginRoomFixture.Choose(_ada, _plugin, "content.chat", "allow");
        Assert.Equal("kept for tomorrow", await Say(_ada, "for tomorrow"));
        await Order("put until the end");
        await EveryoneLeaves();

        var eve = await _room.Join("Eve");
        var again = await PluginRoomFixture.AddKnown(eve, Keep);
        await PluginRoomFixture.Choose(eve, again, "plugin.input", "allow");

        Assert.Equal("noticed", await Order("notice", eve));
        Assert.Equal("got for tomorrow", await Order("get chat", eve));
        Assert.Equal("ui.notification: label", await Order("notice", eve));
        var entry = await PluginRoomFixture.Entry(eve, entry => entry is { Capability: "ui.notification", Verdict: "blocked" });
        Assert.Contains("content.chat", entry.Category, StringComparison.Ordinal);
        Assert.Equal("nothing", await Order("get until", eve));
    }

    [Fact]
    public async Task Taking_the_plugin_out_of_the_room_deletes_what_it_kept_there()
    {
        await PluginRoomFixture.Choose(_ada, _plugin, "content.chat", "allow");
        Assert.Equal("kept line", await Say(_ada, "line"));

        Assert.Null((await _ada.Call<Done>("RemovePlugin", new PluginRequest(Keep))).Error);
        var again = await PluginRoomFixture.AddKnown(_ada, Keep);
        await PluginRoomFixture.Choose(_ada, again, "plugin.input", "allow");

        Assert.Equal("nothing", await Order("get chat"));
    }

    [Fact]
    public async Task A_new_version_finds_what_rests_on_the_words_that_stayed_the_same()
    {
        Assert.Equal("put order", await Order("put order by Ada"));
        await PluginRoomFixture.Choose(_ada, _plugin, "content.chat", "allow");
        Assert.Equal("kept line", await Say(_ada, "line"));

        // Longer than the people concerned have allowed.
        _room.Write("Keep", ("plugin.json", _room.Read("Keep", "plugin.json").Replace("PT24H", "PT48H", StringComparison.Ordinal)));
        var waiting = await PluginRoomFixture.View(_ada, view => view.Update is not null);
        var longer = waiting.Update!.Flows.Single(flow => flow.Retention == "PT48H");
        var answer = new UpdateAnswer(Keep, waiting.Update.Id, [new FlowChoice(longer.Key, "allow")]);
        Assert.Null((await _ada.Call<ConsentView>("AnswerUpdate", answer)).Error);
        await PluginRoomFixture.View(_ada, view => view is { State: "running", Update: null } && view.Flows.Any(flow => flow.Retention == "PT48H"));

        Assert.Equal("got by Ada", await Order("get order"));
        Assert.Equal("nothing", await Order("get chat"));
    }

    [Fact]
    public async Task A_disk_that_fails_is_told_and_the_room_lives_on()
    {
        var database = Path.Combine(_room.DataFolder, "storage.db");
        Directory.CreateDirectory(database);

        Assert.Equal("storage.unavailable", await Order("put key value"));
        Assert.Equal("nothing", await Order("get key"));
        Assert.Equal("noticed", await Order("notice"));
        Directory.Delete(database);

        Assert.Equal("put key", await Order("put key value"));
        Assert.Equal("got value", await Order("get key"));
    }

    [Fact]
    public async Task Nothing_that_was_stored_can_be_read_in_the_data_folder()
    {
        const string Marker = "zebra-crossing-4711";
        await PluginRoomFixture.Choose(_ada, _plugin, "content.chat", "allow");
        Assert.Equal("kept " + Marker, await Say(_ada, Marker));
        await Order($"put {Marker} {Marker}");

        var files = Directory.EnumerateFiles(_room.DataFolder, "storage*").ToList();

        Assert.Contains(files, file => file.EndsWith("storage.db", StringComparison.Ordinal));
        Assert.All(files, file => Assert.Equal(-1, File.ReadAllBytes(file).AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(Marker))));
    }

    private Task<string> Order(string order) => Order(order, _ada);

    private static async Task<string> Order(string order, Browser person)
    {
        Assert.Null((await PluginRoomFixture.Type(person, Keep, order)).Error);
        return await PluginRoomFixture.Shown(person);
    }

    private async Task<string> Say(Browser person, string line)
    {
        Assert.Null((await person.Call<Done>("DeliverChat", new ChatDelivery([Keep], "m", line))).Error);
        return await PluginRoomFixture.Shown(_ada);
    }

    private async Task Restarted()
    {
        await PluginRoomFixture.State(_ada, "restarting");
        await PluginRoomFixture.State(_ada, "running");
    }

    private async Task EveryoneLeaves()
    {
        // The answer comes when the seat is free, and with the last seat the room is over.
        Assert.Null((await _ada.Call<Done>("Leave", new { })).Error);
    }
}
