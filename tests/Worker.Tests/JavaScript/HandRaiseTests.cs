using System.Text;
using System.Text.Json.Nodes;
using PluginRoom.Host.Plugins.Catalog;
using PluginRoom.Host.Plugins.Manifest.Reading;
using PluginRoom.Host.Workers;
using PluginRoom.Protocol.Worker;
using PluginRoom.Worker.Tests.Rig;
using Xunit;

namespace PluginRoom.Worker.Tests.JavaScript;

/// <summary>The bundled queue of raised hands, in a real worker.</summary>
public sealed class HandRaiseTests
{
    private const string Raise = """{"do":"raise"}""";
    private static readonly string Folder = Launch.Built("../plugins/HandRaise");

    [Fact]
    public void It_can_be_dropped_into_a_host() =>
        Assert.Empty(ManifestReader.Read(File.ReadAllBytes(Path.Combine(Folder, "plugin.json")), FolderListing.Read(Folder).Items).Errors);

    [Fact]
    public async Task Hands_queue_in_the_order_in_which_they_went_up_each_once()
    {
        await using var script = await RunAsync();

        await Say(script, "anna", Raise);
        await Say(script, "ben", Raise);
        Assert.Equal(("anna ben", null), Queue(await Say(script, "anna", Raise)));
        await Say(script, "chloe", Raise);
        Assert.Equal(("anna chloe", null), Queue(await Say(script, "ben", """{"do":"lower"}""")));
        Assert.Equal(("anna chloe ben", null), Queue(await Say(script, "ben", Raise)));
    }

    [Fact]
    public async Task Whoever_is_called_is_named_if_they_allow_it_and_else_a_guest_by_number()
    {
        await using var script = await RunAsync();
        script.Worker.SendEvent(TestRoom.Flow, new ParticipantJoinedEvent(new WorkerParticipant("anna", "Anna Q.")));
        script.Worker.SendEvent(TestRoom.Flow, new ParticipantJoinedEvent(new WorkerParticipant("ben", null)));
        await Say(script, "anna", Raise);
        await Say(script, "ben", Raise);

        Assert.Equal(("ben", "anna"), Queue(await Say(script, "chloe", """{"do":"next","id":"anna"}""")));
        Assert.Equal("It is Anna Q.’s turn.", await Notice(script));
        Assert.Equal(("", "ben"), Queue(await Say(script, "chloe", """{"do":"next","id":"ben"}""")));
        Assert.Equal("It is Guest 2’s turn.", await Notice(script));
        Assert.Equal(("", null), Queue(await Say(script, "ben", """{"do":"lower"}""")));
    }

    [Fact]
    public async Task Two_who_press_at_once_call_one_person_and_not_two()
    {
        await using var script = await RunAsync();
        await Say(script, "anna", Raise);
        await Say(script, "ben", Raise);

        Assert.Equal(("ben", "anna"), Queue(await Say(script, "chloe", """{"do":"next","id":"anna"}""")));
        script.Worker.SendUiInput(TestRoom.Flow, "dora", """{"do":"next","id":"anna"}"""u8);
        Assert.Equal(("ben", "anna"), Queue(await Say(script, "dora", """{"do":"look"}""")));
    }

    [Fact]
    public async Task Whoever_leaves_drops_out_of_the_queue_and_loses_the_turn()
    {
        await using var script = await RunAsync();
        foreach (var person in new[] { "anna", "ben", "chloe" })
        {
            script.Worker.SendEvent(TestRoom.Flow, new ParticipantJoinedEvent(new WorkerParticipant(person, null)));
            await Say(script, person, Raise);
        }

        await Say(script, "dora", """{"do":"next","id":"anna"}""");
        script.Worker.SendEvent(TestRoom.Flow, new ParticipantLeftEvent("ben"));
        Assert.Equal(("chloe", "anna"), Queue(JsonNode.Parse(await script.NextAsync())!));
        script.Worker.SendEvent(TestRoom.Flow, new ParticipantLeftEvent("anna"));
        Assert.Equal(("chloe", null), Queue(JsonNode.Parse(await script.NextAsync())!));
    }

    [Fact]
    public async Task A_fresh_process_takes_old_hands_back_in_their_order_before_new_ones()
    {
        await using var before = await RunAsync();
        var first = (long)(await Say(before, "anna", Raise))["queue"]![0]!["since"]!;
        var second = (long)(await Say(before, "ben", Raise))["queue"]![1]!["since"]!;
        Assert.True(second > first);
        await using var script = await RunAsync();

        await Say(script, "chloe", Raise);
        await Say(script, "ben", $$"""{"do":"raise","since":{{second}}}""");
        Assert.Equal(("anna ben chloe", null), Queue(await Say(script, "anna", $$"""{"do":"raise","since":{{first}}}""")));
    }

    [Fact]
    public async Task After_that_an_old_place_is_nobodys()
    {
        await using var script = await RunAsync(("const restoring = 10_000;", "const restoring = 0;"));

        await Say(script, "anna", Raise);
        Assert.Equal(("anna ben", null), Queue(await Say(script, "ben", """{"do":"raise","since":1}""")));
    }

    [Fact]
    public async Task Nobody_is_called_while_the_room_takes_no_more_notices()
    {
        await using var script = await RunAsync();
        script.Room.Answer = static call => call is NotifyCall
            ? WorkerReply.Refused(new CallRefused("ui.notification", "limit", "Too many at once.", null))
            : WorkerReply.Done;
        await Say(script, "anna", Raise);

        script.Worker.SendUiInput(TestRoom.Flow, "ben", """{"do":"next","id":"anna"}"""u8);
        var (to, problem) = await script.Room.NextShownAsync();
        Assert.Equal(("ben", "problem"), (to, (string)JsonNode.Parse(problem)!["is"]!));
        Assert.Equal(("anna", null), Queue(JsonNode.Parse(await script.NextAsync())!));
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("""{"do":"next"}""")]
    [InlineData("""{"do":"next","id":null}""")]
    [InlineData("""{"do":["raise"]}""")]
    public async Task What_is_no_wish_changes_nothing(string odd)
    {
        await using var script = await RunAsync();

        script.Worker.SendUiInput(TestRoom.Flow, "ben", Encoding.UTF8.GetBytes(odd));

        script.Worker.SendUiInput(TestRoom.Flow, "chloe", """{"do":"look"}"""u8);
        var (to, data) = await script.Room.NextShownAsync();
        while (to != "chloe")
            (to, data) = await script.Room.NextShownAsync();
        Assert.Equal(("", null), Queue(JsonNode.Parse(data)!));
    }

    private static async Task<Script> RunAsync(params (string From, string To)[] changes)
    {
        var source = await File.ReadAllTextAsync(Path.Combine(Folder, "main.js"), TestContext.Current.CancellationToken);
        foreach (var (from, to) in changes)
        {
            Assert.Contains(from, source, StringComparison.Ordinal);
            source = source.Replace(from, to, StringComparison.Ordinal);
        }

        return await Script.RunAsync(source, "ui.panel", "ui.notification", "presence.subscribe", "participants.profile.read");
    }

    private static async Task<JsonNode> Say(Script script, string from, string message)
    {
        script.Worker.SendUiInput(TestRoom.Flow, from, Encoding.UTF8.GetBytes(message));
        return JsonNode.Parse(await script.NextAsync())!;
    }

    private static async Task<string> Notice(Script script) => Assert.IsType<NotifyCall>(await script.Room.NextCallAsync()).Text;

    private static (string Waiting, string? Turn) Queue(JsonNode state) =>
        (string.Join(' ', state["queue"]!.AsArray().Select(hand => (string)hand!["id"]!)), (string?)state["turn"]?["id"]);
}
