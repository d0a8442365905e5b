using System.Runtime.Versioning;
using Microsoft.Extensions.DependencyInjection;
using PluginRoom.Host.Rooms;
using PluginRoom.Host.Tests.Capabilities;
using PluginRoom.Host.Tests.Rooms.Plugins;
using PluginRoom.Host.Tests.Signaling;
using PluginRoom.Host.Tests.Storage;
using PluginRoom.Protocol.Client;
using Xunit;

namespace PluginRoom.Host.Tests.Forgetting;

/// <summary>What the receipt says when a permission ends while the process hangs, while the disk fails, or by an update.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class AwkwardEndTests : IAsyncLifetime
{
    private const string Keep = "test.pluginroom.keep";
    private readonly ShiftedTime _time = new();
    private PluginRoomFixture _room = null!;
    private Browser _ada = null!;
    private RoomPluginView _plugin = null!;

    public async ValueTask InitializeAsync()
    {
        _room = new PluginRoomFixture { Services = services => services.AddSingleton<TimeProvider>(_time) };
        await _room.InitializeAsync();
        _ada = await _room.Join("Ada");
        _room.DropIn("Keep");
        _plugin = await PluginRoomFixture.Add(_ada, Keep);
        await PluginRoomFixture.Choose(_ada, _plugin, "plugin.input", "allow");
        await PluginRoomFixture.Choose(_ada, _plugin, "content.chat", "allow");
        Assert.Null((await _ada.Call<Done>("DeliverChat", new ChatDelivery([Keep], "m", "line"))).Error);
        Assert.Equal("kept line", await PluginRoomFixture.Shown(_ada));
    }

    public ValueTask DisposeAsync() => _room.DisposeAsync();

    [Fact]
    public async Task A_process_that_hangs_is_ended_all_the_same_and_not_by_its_watchdog()
    {
        Assert.Null((await PluginRoomFixture.Type(_ada, Keep, "hang")).Error);
        Assert.Equal("hanging", await PluginRoomFixture.Shown(_ada));

        await PluginRoomFixture.Choose(_ada, _plugin, "content.chat", "refuse");

        var receipt = await Receipt(receipt => receipt.State == "forgotten");
        Assert.Equal((true, true, 1), (receipt.WorkerEnded, receipt.FramesReset, receipt.ValuesDeleted));
        var restarting = await PluginRoomFixture.State(_ada, "restarting");
        Assert.Contains("without what it may not know", restarting.StateReason, StringComparison.Ordinal);
        await PluginRoomFixture.State(_ada, "running");
        Assert.Equal("nothing", await Order("get chat"));
    }

    [Fact]
    public async Task A_disk_that_fails_is_told_until_it_works_again()
    {
        using var copy = new StolenCopy(_room.DataFolder);
        Assert.Equal(1, copy.OpenedBy(copy.Keys));
        using (new FullDisk(Path.Combine(_room.DataFolder, "storage.keys")))
        {
            await PluginRoomFixture.Choose(_ada, _plugin, "content.chat", "refuse");

            var waits = await Receipt(receipt => receipt.KeysWait);
            Assert.Equal(("forgetting", true, 1, null), (waits.State, waits.WorkerEnded, waits.ValuesDeleted, waits.TookMs));
            await PluginRoomFixture.State(_ada, "restarting");
            await PluginRoomFixture.State(_ada, "running");
            Assert.Equal("nothing", await Order("get chat"));
            _time.Forward(TimeSpan.FromSeconds(30));
            Assert.Equal("forgetting", (await Receipt(receipt => receipt.KeysWait)).State);
        }

        _time.Forward(TimeSpan.FromSeconds(30));

        Assert.False((await Receipt(receipt => receipt.State == "forgotten")).KeysWait);
        Assert.Equal(0, copy.OpenedBy(StolenCopy.KeysOf(_room.DataFolder)));
    }

    [Theory]
    [InlineData("content.chat", "storage.room", "PT48H")]
    [InlineData("plugin.input", "room", "room")]
    public async Task Whoever_refuses_an_update_reads_what_its_switch_ended_and_deleted(string data, string to, string retention)
    {
        _room.Change("Keep", json =>
        {
            json["version"] = "1.1.0";
            json["dataFlows"]!.AsArray().Single(flow => (string)flow!["data"]! == data && (string)flow["to"]! == to)!["retention"] = retention;
        });
        var update = (await PluginRoomFixture.View(_ada, view => view.Update is not null)).Update!;
        var answers = update.Flows.Select(flow => new FlowChoice(flow.Key, flow.Data == "content.chat" ? "refuse" : "allow")).ToList();

        Assert.Null((await _ada.Call<ConsentView>("AnswerUpdate", new UpdateAnswer(Keep, update.Id, answers))).Error);

        var receipt = await Receipt(receipt => receipt.State == "forgotten");
        Assert.Equal(("revoked", true, true, 1, false), (receipt.Occasion, receipt.WorkerEnded, receipt.FramesReset, receipt.ValuesDeleted, receipt.KeysWait));
        await PluginRoomFixture.View(_ada, view => view is { Version: "1.1.0", State: "running" });
        Assert.Equal("nothing", await Order("get chat"));
    }

    private async Task<string> Order(string order)
    {
        Assert.Null((await PluginRoomFixture.Type(_ada, Keep, order)).Error);
        return await PluginRoomFixture.Shown(_ada);
    }

    private async Task<RevocationReceipt> Receipt(Predicate<RevocationReceipt> wanted)
    {
        while (true)
        {
            var receipt = await _ada.Hear<RevocationReceipt>(RoomEvents.Receipt);
            if (wanted(receipt))
                return receipt;
        }
    }
}
