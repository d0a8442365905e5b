using System.Text.Json.Nodes;
using PluginRoom.Host.Rooms;
using PluginRoom.Host.Tests.Signaling;
using PluginRoom.Protocol.Client;
using Xunit;

namespace PluginRoom.Host.Tests.Rooms.Plugins.Updates;

/// <summary>Ada and Ben are in a room with Echo 1.0.0 when the operator drops another version in.</summary>
public sealed class PluginUpdateTests : IAsyncLifetime
{
    private readonly PluginRoomFixture _room = new();
    private Browser _ada = null!;
    private Browser _ben = null!;
    private RoomPluginView _echo = null!;

    public async ValueTask InitializeAsync()
    {
        await _room.InitializeAsync();
        (_ada, _ben) = (await _room.Join("Ada"), await _room.Join("Ben"));
        _room.DropIn("Echo");
        _echo = await PluginRoomFixture.Add(_ada, PluginRoomFixture.Echo);
    }

    public ValueTask DisposeAsync() => _room.DisposeAsync();

    [Fact]
    public async Task An_update_that_changes_nothing_people_decided_on_is_taken_at_once()
    {
        await Choose(_ada, "plugin.input", "allow");

        _room.Change("Echo", json => json["version"] = "1.0.1");

        var view = await Version(_ben, "1.0.1");
        Assert.Null(view.Update);
        Assert.Equal("allow", await ChoiceOf(_ada, KeyOf(view, "plugin.input", "ui")));
    }

    [Fact]
    public async Task Where_nobody_has_allowed_anything_a_changed_flow_is_taken_at_once()
    {
        await Choose(_ada, "plugin.input", "refuse");

        _room.Change("Echo", Kept);

        Assert.Null((await Version(_ben, "1.1.0")).Update);
    }

    [Fact]
    public async Task A_changed_flow_is_shown_and_waits_while_the_version_before_works_on()
    {
        await Choose(_ada, "plugin.input", "allow");

        _room.Change("Echo", Kept);

        var view = await Waiting(_ben);
        Assert.Equal(("1.0.0", "1.1.0", false, 1), (view.Version, view.Update!.Version, view.Update.Older, view.Update.Unanswered));
        Assert.Equal(
            [
                new UpdateChange("flow", KeyOf(_echo, "content.chat", "room"), UpdateKey(view, "content.chat", "room")),
                new UpdateChange("flow", KeyOf(_echo, "behaviour.presence", "ui"), null),
                new UpdateChange("capability", "chat.read", "chat.read"),
                new UpdateChange("capability", "presence.subscribe", null),
            ],
            view.Update.Changes);
        await PluginRoomFixture.Type(_ada, _echo.Id, "still here");
        Assert.Equal("still here", await PluginRoomFixture.Shown(_ada));
    }

    [Fact]
    public async Task It_goes_on_when_all_who_had_allowed_something_have_answered_and_refusing_filters()
    {
        await Choose(_ada, "content.chat", "allow");
        await Choose(_ben, "content.chat", "allow");
        _room.Change("Echo", Kept);
        var view = await Waiting(_ada);
        Assert.Equal(2, view.Update!.Unanswered);

        var answered = await Answer(_ada, view, "allow");
        Assert.Equal(view.Update.Id, answered.Value!.Update!.Update);
        Assert.Equal(1, (await Waiting(_ben, waiting => waiting.Unanswered == 1)).Update!.Unanswered);
        var switched = await Answer(_ben, view, "refuse");

        await Version(_ben, "1.1.0");
        Assert.Null(switched.Value!.Update);
        await PluginRoomFixture.State(_ben, "running");
        var fromAda = await _ada.Call<Done>("DeliverChat", new ChatDelivery([_echo.Id], "m1", "from ada"));
        var fromBen = await _ben.Call<Done>("DeliverChat", new ChatDelivery([_echo.Id], "m2", "from ben"));
        Assert.Null(fromAda.Error);
        Assert.Equal("consent.missing", fromBen.Error!.Code);
        Assert.Equal("echo: from ada", (await _ben.Hear<PluginChat>(RoomEvents.PluginChat)).Text);
    }

    [Fact]
    public async Task Whoever_leaves_is_not_waited_for()
    {
        await Choose(_ada, "content.chat", "allow");
        _room.Change("Echo", Kept);
        await Waiting(_ben);

        await _ada.Call<Done>("Leave", new { });

        await Version(_ben, "1.1.0");
    }

    [Fact]
    public async Task Whoever_takes_back_all_that_they_allowed_is_not_waited_for()
    {
        await Choose(_ada, "content.chat", "allow");
        _room.Change("Echo", Kept);
        await Waiting(_ben);

        var reply = await _ada.Call<ConsentView>("Decide", new ConsentRequest(_echo.Id, Flows("content.chat", "unset")));

        var view = await Version(_ben, "1.1.0");
        Assert.Contains(reply.Value!.Choices, choice => choice.Flow == KeyOf(view, "content.chat", "room"));
    }

    [Fact]
    public async Task A_newcomer_sees_both_versions_and_is_waited_for_once_they_allow_something()
    {
        await Choose(_ada, "content.chat", "allow");
        _room.Change("Echo", Kept);
        var view = await Waiting(_ada);

        var cleo = await _room.Join("Cleo");
        var seen = Assert.Single(cleo.Seat.Plugins);
        Assert.Equal(("1.0.0", "1.1.0", 1), (seen.Version, seen.Update!.Version, seen.Update.Unanswered));
        await Choose(cleo, "plugin.input", "allow");
        await Answer(_ada, view, "allow");
        Assert.Equal(1, (await Waiting(_ben, waiting => waiting.Unanswered == 1)).Update!.Unanswered);

        await Answer(cleo, view, "allow");
        await Version(_ben, "1.1.0");
    }

    [Fact]
    public async Task A_further_update_takes_the_place_of_one_that_waits_and_old_answers_do_not_count_for_it()
    {
        await Choose(_ada, "content.chat", "allow");
        await Choose(_ben, "content.chat", "allow");
        _room.Change("Echo", Kept);
        var first = await Waiting(_ben);
        await Answer(_ada, first, "allow");

        _room.Change("Echo", json =>
        {
            Kept(json);
            json["version"] = "1.2.0";
        });
        var second = await Waiting(_ben, waiting => waiting.Version == "1.2.0");

        Assert.Equal(2, second.Update!.Unanswered);
        Assert.Equal("update.gone", (await Answer(_ben, first, "allow")).Error!.Code);
        await Answer(_ada, second, "allow");
        await Answer(_ben, second, "allow");
        await Version(_ben, "1.2.0");
    }

    [Fact]
    public async Task Putting_the_version_that_runs_back_ends_the_wait()
    {
        await Choose(_ada, "content.chat", "allow");
        _room.Change("Echo", Kept);
        await Waiting(_ben);

        _room.Change("Echo", _ => { });

        while ((await _ben.Hear<RoomPluginView>(RoomEvents.RoomPluginChanged)).Update is not null)
        {
        }
    }

    [Fact]
    public async Task A_lower_version_is_told_as_such()
    {
        await Choose(_ada, "content.chat", "allow");

        _room.Change("Echo", json =>
        {
            Kept(json);
            json["version"] = "0.9.0";
        });

        var update = (await Waiting(_ben)).Update!;
        Assert.Equal(("0.9.0", true), (update.Version, update.Older));
    }

    [Fact]
    public async Task Another_publisher_another_policy_and_another_reason_are_differences()
    {
        await Choose(_ada, "content.chat", "allow");

        _room.Change("Echo", json =>
        {
            json["version"] = "1.1.0";
            json["publisher"]!["name"] = "Somebody else";
            json["publisher"]!["contact"] = "else@example.org";
            json["capabilities"]![0]!["reason"] = "Because";
        });
        _room.Write("Echo", ("PRIVACY.md", "Everything is kept."));

        var update = (await Waiting(_ben, waiting => waiting.Changes.Any(change => change.What == "privacyPolicy"))).Update!;
        Assert.Equal(["publisher", "contact", "privacyPolicy"], update.Changes.Take(3).Select(change => change.What));
        Assert.Contains(new UpdateChange("publisher", "PluginRoom tests", "Somebody else"), update.Changes);
        Assert.Contains(new UpdateChange("capability", "ui.panel", "ui.panel"), update.Changes);
        // Whose flows they are is part of what was allowed.
        Assert.Equal(_echo.Flows.Count, update.Changes.Count(change => change.What == "flow"));
    }

    [Fact]
    public async Task A_choice_for_a_flow_that_the_update_does_not_have_is_refused_and_does_not_count()
    {
        await Choose(_ada, "content.chat", "allow");
        _room.Change("Echo", Kept);
        var view = await Waiting(_ada);

        var reply = await _ada.Call<ConsentView>("AnswerUpdate", new UpdateAnswer(_echo.Id, view.Update!.Id, [new FlowChoice("none", "allow")]));

        Assert.Equal("flow.unknown", reply.Error!.Code);
        Assert.Equal("message.malformed", (await _ada.Call<ConsentView>("AnswerUpdate", new UpdateAnswer(_echo.Id, view.Update.Id, [new FlowChoice(view.Update.Flows[0].Key, "yes")]))).Error!.Code);
        Assert.Null((await _ada.Call<ConsentView>("Decide", new ConsentRequest(_echo.Id, []))).Value!.Update);
        Assert.Equal("plugin.not-in-room", (await _ada.Call<ConsentView>("AnswerUpdate", new UpdateAnswer("org.example.none", "x", []))).Error!.Code);
    }

    [Fact]
    public async Task An_answer_for_what_is_switched_off_is_refused_and_one_given_before_goes_with_the_switch()
    {
        await Choose(_ada, "content.chat", "allow");
        await Choose(_ben, "content.chat", "allow");
        _room.Change("Echo", ForTraining);
        var view = await Waiting(_ben);
        var training = UpdateKey(view, "identity.pseudonym", "room");
        Task<HubReply<ConsentView>> Allow(Browser person) =>
            person.Call<ConsentView>("AnswerUpdate", new UpdateAnswer(_echo.Id, view.Update!.Id, [new FlowChoice(training, "allow")]));
        async Task Switch(bool on) => Assert.Null((await _ada.Call<Done>("SwitchPurpose", new PurposeSwitch("training", on))).Error);
        Assert.Equal("purpose.off", (await Allow(_ada)).Error!.Code);

        await Switch(on: true);
        Assert.Single((await Allow(_ada)).Value!.Update!.Choices);
        await Switch(on: false);
        await Switch(on: true);
        Assert.Null((await Allow(_ben)).Error);

        await Version(_ben, "1.1.0");
        Assert.Equal(("unset", "allow"), (await ChoiceOf(_ada, training), await ChoiceOf(_ben, training)));
    }

    /// <summary>1.1.0 would like to learn from who is here.</summary>
    private static void ForTraining(JsonObject json)
    {
        json["version"] = "1.1.0";
        json["dataFlows"]!.AsArray().Add(new JsonObject
        {
            ["data"] = "identity.pseudonym", ["to"] = "room", ["purpose"] = "training", ["retention"] = "none", ["optional"] = true,
        });
    }

    /// <summary>1.1.0 keeps chat for as long as the room lasts, says so, and does without presence.</summary>
    private static void Kept(JsonObject json)
    {
        json["version"] = "1.1.0";
        json["capabilities"]!.AsArray().Single(each => (string)each!["name"]! == "chat.read")!["reason"] = "Repeats what was said";
        Remove(json["capabilities"]!.AsArray(), each => (string)each["name"]! == "presence.subscribe");
        Remove(json["dataFlows"]!.AsArray(), each => (string)each["data"]! == "behaviour.presence");
        json["dataFlows"]!.AsArray().Single(each => (string)each!["data"]! == "content.chat" && (string)each["to"]! == "room")!["retention"] = "room";
    }

    private static void Remove(JsonArray list, Func<JsonNode, bool> which) => list.Remove(list.Single(each => which(each!)));

    private async Task<HubReply<ConsentView>> Answer(Browser person, RoomPluginView view, string choice) =>
        await person.Call<ConsentView>("AnswerUpdate", new UpdateAnswer(
            view.Id, view.Update!.Id, [new FlowChoice(UpdateKey(view, "content.chat", "room"), choice)]));

    private Task Choose(Browser person, string category, string choice) => PluginRoomFixture.Choose(person, _echo, category, choice);

    private List<FlowChoice> Flows(string category, string choice) =>
        [.. _echo.Flows.Where(flow => flow.Data == category).Select(flow => new FlowChoice(flow.Key, choice))];

    private async Task<string> ChoiceOf(Browser person, string key) =>
        (await person.Call<ConsentView>("Decide", new ConsentRequest(_echo.Id, []))).Value!.Choices.Single(choice => choice.Flow == key).Choice;

    private static string KeyOf(RoomPluginView view, string data, string to) => view.Flows.Single(flow => flow.Data == data && flow.To == to).Key;

    private static string UpdateKey(RoomPluginView view, string data, string to) => view.Update!.Flows.Single(flow => flow.Data == data && flow.To == to).Key;

    private static Task<RoomPluginView> Waiting(Browser person, Func<PluginUpdateView, bool>? which = null) =>
        PluginRoomFixture.View(person, view => view.Update is { } update && (which?.Invoke(update) ?? true));

    private static Task<RoomPluginView> Version(Browser person, string version) => PluginRoomFixture.View(person, view => view.Version == version);
}
