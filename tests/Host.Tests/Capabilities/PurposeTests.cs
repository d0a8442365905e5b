using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using PluginRoom.Host.Rooms;
using PluginRoom.Host.Tests.Egress;
using PluginRoom.Host.Tests.Rooms.Plugins;
using PluginRoom.Host.Tests.Signaling;
using PluginRoom.Protocol.Client;
using Xunit;

namespace PluginRoom.Host.Tests.Capabilities;

/// <summary>A moderator switches marketing on and off in a room with a plugin that declares it. Ada opened the room, so she is one.</summary>
public sealed class PurposeTests : IAsyncLifetime
{
    private readonly ThrowAwayAuthority _authority = new();
    private SinkServer _sink = null!;

    public async ValueTask InitializeAsync() =>
        _sink = await SinkServer.Start(_authority.Issue(SinkFixture.HostName), _ => Task.CompletedTask);

    public async ValueTask DisposeAsync()
    {
        await _sink.DisposeAsync();
        _authority.Dispose();
    }

    [Theory, MemberData(nameof(CapabilityRoom.Runtimes), MemberType = typeof(CapabilityRoom))]
    public async Task Nothing_leaves_before_it_is_on_and_allowed_nor_after_it_is_off(string runtime)
    {
        await using var room = await CapabilityRoom.Start(runtime, new(["net.fetch"], "plugin.input sink:api marketing?") { Change = WithSink }, Network);
        Assert.Equal("denied net.fetch purpose-off", await room.Order("net.fetch minutes"));
        var entry = await room.Entry(entry => entry is { Capability: "net.fetch", Verdict: "purpose-off" });
        Assert.Equal(("plugin.input", "me", "sink:api"), (entry.Category, entry.Subject, entry.Sink));
        Assert.Equal("purpose.off", (await Allow(room, room.Ada)).Error!.Code);

        await Switch(room.Ada, on: true);
        Assert.Equal("denied net.fetch not-consented", await room.Order("net.fetch minutes"));
        Assert.Null((await Allow(room, room.Ada)).Error);
        Assert.Equal("200", await room.Order("net.fetch minutes"));

        await Switch(room.Ada, on: false);
        var receipt = await Receipt(room.Ada);
        Assert.Equal(("switchedOff", "marketing", true), (receipt.Occasion, receipt.Purpose, receipt.WorkerEnded));
        Assert.Equal(["plugin.input"], receipt.Categories);
        Assert.Equal(("sink:api", 1), (Assert.Single(receipt.Sent).Sink, receipt.Sent[0].Count));
        await PluginRoomFixture.State(room.Ada, "restarting");
        await PluginRoomFixture.State(room.Ada, "running");
        Assert.Equal("denied net.fetch purpose-off", await room.Order("net.fetch minutes"));

        await Switch(room.Ada, on: true);
        Assert.Equal("denied net.fetch not-consented", await room.Order("net.fetch minutes"));
        Assert.Equal(1, _sink.Requests);
    }

    [Fact]
    public async Task It_is_for_moderators_and_a_newcomer_sees_what_is_on_and_has_said_nothing()
    {
        await using var room = await CapabilityRoom.Start("dotnet", new(["storage.room"], "plugin.input storage.room training?"));
        var ben = await room.Join("Ben");
        Assert.Equal([new PurposeView("training", false), new PurposeView("marketing", false)], ben.Seat.Purposes);
        Assert.Equal("moderator.only", (await ben.Call<Done>("SwitchPurpose", new PurposeSwitch("training", true))).Error!.Code);
        foreach (var wrong in new[] { "functionality", "Training", "", "profiling" })
            Assert.Equal("message.malformed", (await room.Ada.Call<Done>("SwitchPurpose", new PurposeSwitch(wrong, true))).Error!.Code);

        await Switch(room.Ada, on: true, "training");

        Assert.Contains(new PurposeView("training", true), (await ben.Hear<RoomPurposesView>(RoomEvents.PurposesChanged)).Purposes);
        var cleo = await room.Join("Cleo");
        Assert.Contains(new PurposeView("training", true), cleo.Seat.Purposes);
        Assert.All(cleo.Seat.Consents.SelectMany(consent => consent.Choices), choice => Assert.Equal("unset", choice.Choice));
        Assert.Null((await Allow(room, cleo)).Error);
    }

    [Fact]
    public async Task Off_deletes_what_was_stored_for_it_also_of_somebody_who_has_left_and_lets_the_plugin_go_on()
    {
        await using var room = await CapabilityRoom.Start("dotnet", new(["storage.room"], "plugin.input storage.room marketing?"));
        var ben = await room.Join("Ben");
        await Switch(room.Ada, on: true);
        await room.Choose(ben, "plugin.input", "allow");
        foreach (var person in new[] { room.Ada, ben })
            Assert.Null((await Allow(room, person)).Error);
        Assert.Null((await PluginRoomFixture.Type(ben, room.Plugin.Id, "#ben nothing")).Error);
        Assert.Equal("of both", await room.Order("storage.room of both"));
        await ben.Call<Done>("Leave", new { });

        await Switch(room.Ada, on: false);

        var receipt = await Receipt(room.Ada);
        Assert.Equal((1, true), (receipt.ValuesDeleted, receipt.WorkerEnded));
        await PluginRoomFixture.State(room.Ada, "restarting");
        await PluginRoomFixture.State(room.Ada, "running");
        await Switch(room.Ada, on: true);
        Assert.Null((await Allow(room, room.Ada)).Error);
        Assert.Equal("nothing", await room.Order("storage.room.get"));
        Assert.Equal("of Ada", await room.Order("storage.room of Ada"));
    }

    [Fact]
    public async Task A_recording_for_it_starts_when_it_is_on_and_ends_when_it_is_off()
    {
        await using var room = await CapabilityRoom.Start("dotnet", new(["recording.write"], "content.audio download marketing?", "content.video download"));
        Assert.Equal("purpose.off", (await Start(room)).Error!.Code);
        await room.Entry(entry => entry is { Capability: "recording.write", Verdict: "purpose-off", Category: "content.audio" });
        await Switch(room.Ada, on: true);
        var recording = (await Start(room)).Value!;
        Assert.Null((await room.Ada.Call<Done>("AnswerRecording", new RecordingAnswer(recording.Id, true))).Error);

        await Switch(room.Ada, on: false);

        Assert.Equal("A moderator switched off its use for marketing.", (await room.Ada.Hear<RecordingEnded>(RoomEvents.RecordingEnded)).Reason);
        Assert.Equal("purpose.off", (await Start(room)).Error!.Code);
    }

    private static Task<HubReply<RecordingView>> Start(CapabilityRoom room) =>
        room.Ada.Call<RecordingView>("StartRecording", new RecordingStart(room.Plugin.Id));

    private static async Task Switch(Browser moderator, bool on, string purpose = "marketing") =>
        Assert.Null((await moderator.Call<Done>("SwitchPurpose", new PurposeSwitch(purpose, on))).Error);

    private static Task<HubReply<ConsentView>> Allow(CapabilityRoom room, Browser person) =>
        person.Call<ConsentView>("Decide", new ConsentRequest(
            room.Plugin.Id, [.. room.Plugin.Flows.Where(flow => flow.Purpose is "training" or "marketing").Select(flow => new FlowChoice(flow.Key, "allow"))]));

    private static async Task<RevocationReceipt> Receipt(Browser person)
    {
        while (true)
            if (await person.Hear<RevocationReceipt>(RoomEvents.Receipt) is { State: "forgotten" } receipt)
                return receipt;
    }

    private void WithSink(JsonObject manifest) => manifest["sinks"] = new JsonArray(new JsonObject
    {
        ["id"] = "api",
        ["url"] = $"https://{SinkFixture.HostName}:{_sink.Port}/v1/",
        ["operator"] = "PluginRoom tests",
        ["country"] = "DE",
        ["methods"] = new JsonArray("GET"),
    });

    private void Network(IServiceCollection services) => services.AddSingleton(_authority.LoopbackNetwork());
}
