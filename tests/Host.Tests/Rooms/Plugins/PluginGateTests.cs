using PluginRoom.Host.Rooms;
using PluginRoom.Host.Tests.Signaling;
using PluginRoom.Protocol.Client;
using Xunit;

namespace PluginRoom.Host.Tests.Rooms.Plugins;

/// <summary>Each test has a host and a room of its own: consents and labels last as long as the room.</summary>
public sealed class PluginGateTests : IAsyncLifetime
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
    public async Task Nothing_reaches_a_plugin_before_the_person_allowed_it()
    {
        var unasked = await PluginRoomFixture.Type(_ada, _echo.Id, "unasked");
        await PluginRoomFixture.Choose(_ada, _echo, "plugin.input", "refuse");
        var refused = await PluginRoomFixture.Type(_ada, _echo.Id, "refused");
        await PluginRoomFixture.Choose(_ada, _echo, "plugin.input", "allow");
        await PluginRoomFixture.Type(_ada, _echo.Id, "allowed");

        Assert.Equal(("consent.missing", "consent.missing"), (unasked.Error!.Code, refused.Error!.Code));
        Assert.Equal("allowed", await PluginRoomFixture.Shown(_ada));
    }

    [Fact]
    public async Task Chat_reaches_a_plugin_from_those_who_allow_it_and_comes_back_badged()
    {
        await PluginRoomFixture.Choose(_ada, _echo, "content.chat", "allow");

        var fromBen = await _ben.Call<Done>("DeliverChat", new ChatDelivery([_echo.Id], "m1", "psst"));
        var fromAda = await _ada.Call<Done>("DeliverChat", new ChatDelivery([_echo.Id], "m2", "hello"));

        Assert.Equal("consent.missing", fromBen.Error!.Code);
        Assert.Null(fromAda.Error);
        Assert.Equal("echo: hello", (await _ben.Hear<PluginChat>(RoomEvents.PluginChat)).Text);
    }

    [Fact]
    public async Task A_refusal_of_one_plugin_does_not_keep_a_line_from_the_next()
    {
        _room.DropIn("Greedy");
        var greedy = await PluginRoomFixture.Add(_ada, PluginRoomFixture.Greedy);
        await PluginRoomFixture.Choose(_ada, _echo, "content.chat", "allow");

        var reply = await _ada.Call<Done>("DeliverChat", new ChatDelivery([greedy.Id, _echo.Id], "m1", "hello"));

        Assert.Equal("capability.denied", reply.Error!.Code);
        Assert.Equal("echo: hello", (await _ben.Hear<PluginChat>(RoomEvents.PluginChat)).Text);
    }

    [Fact]
    public async Task A_worker_that_knows_names_may_not_post_where_no_flow_of_names_is_declared()
    {
        await PluginRoomFixture.Choose(_ada, _echo, "plugin.input", "allow");
        await PluginRoomFixture.Choose(_ada, _echo, "content.chat", "allow");
        await PluginRoomFixture.Choose(_ben, _echo, "identity.pseudonym", "allow");
        await PluginRoomFixture.Type(_ada, _echo.Id, "do:people");
        Assert.EndsWith("=", await PluginRoomFixture.Shown(_ada), StringComparison.Ordinal);

        await _ada.Call<Done>("DeliverChat", new ChatDelivery([_echo.Id], "m1", "hello"));

        // Not which rule blocked it: Ada's data are in it as well, and whether she allows it is hers to tell.
        var blocked = await PluginRoomFixture.Entry(_ben, entry => entry.Verdict == "blocked");
        Assert.Equal(("chat.send", "room", "me"), (blocked.Capability, blocked.Sink, blocked.Subject));
        Assert.Contains("identity.pseudonym", blocked.Category, StringComparison.Ordinal);
        Assert.False(_ben.HasHeard(RoomEvents.PluginChat));
    }

    [Fact]
    public async Task Taking_a_permission_back_ends_the_process_that_knew()
    {
        await PluginRoomFixture.Choose(_ada, _echo, "plugin.input", "allow");
        await PluginRoomFixture.Type(_ada, _echo.Id, "know this");
        Assert.Equal("know this", await PluginRoomFixture.Shown(_ada));

        await PluginRoomFixture.Choose(_ada, _echo, "plugin.input", "refuse");

        var view = await PluginRoomFixture.State(_ben, "restarting");
        Assert.Contains("what it may not know any more", view.StateReason, StringComparison.Ordinal);
        await PluginRoomFixture.State(_ben, "running");
        await PluginRoomFixture.Choose(_ben, _echo, "plugin.input", "allow");
        await PluginRoomFixture.Type(_ben, _echo.Id, "fresh");
        Assert.Equal("fresh", await PluginRoomFixture.Shown(_ben));
    }

    [Fact]
    public async Task A_name_is_known_only_where_its_owner_allows_it()
    {
        await PluginRoomFixture.Choose(_ada, _echo, "plugin.input", "allow");
        await PluginRoomFixture.Choose(_ada, _echo, "identity.pseudonym", "allow");
        await PluginRoomFixture.Choose(_ben, _echo, "identity.pseudonym", "allow");
        await PluginRoomFixture.Choose(_ben, _echo, "identity.profile", "allow");

        await PluginRoomFixture.Type(_ada, _echo.Id, "do:people");
        var people = (await PluginRoomFixture.Shown(_ada)).Split(',');

        Assert.Equal(2, people.Length);
        Assert.Single(people, person => person.EndsWith("=Ben", StringComparison.Ordinal));
        Assert.Single(people, person => person.EndsWith('='));
        Assert.DoesNotContain(people, person => person.Contains(_ada.Seat.Self, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_choice_for_a_flow_that_does_not_exist_changes_nothing()
    {
        var known = _echo.Flows.First(flow => flow.Data == "plugin.input").Key;

        var reply = await _ada.Call<ConsentView>("Decide", new ConsentRequest(
            _echo.Id, [new FlowChoice(known, "allow"), new FlowChoice("no-such-flow", "allow")]));

        Assert.Equal("flow.unknown", reply.Error!.Code);
        var again = await _ada.Call<ConsentView>("Decide", new ConsentRequest(_echo.Id, []));
        Assert.All(again.Value!.Choices, choice => Assert.Equal("unset", choice.Choice));
    }

    [Fact]
    public async Task Reaching_for_the_undeclared_is_refused_and_stands_in_everybodys_ledger()
    {
        _room.DropIn("Greedy");
        var greedy = await PluginRoomFixture.Add(_ada, PluginRoomFixture.Greedy);
        await PluginRoomFixture.Choose(_ada, greedy, "plugin.input", "allow");

        await PluginRoomFixture.Type(_ada, greedy.Id, "grab");

        string[] undeclared =
        [
            "chat.send", "participants.list", "room.info.read", "ui.notification", "chat.read", "presence.subscribe",
            "participants.profile.read", "recording.write",
        ];
        foreach (var capability in undeclared)
            Assert.Equal($"{capability}: not-declared", await PluginRoomFixture.Shown(_ada));
        var seen = new HashSet<string>();
        await PluginRoomFixture.Entry(_ben, entry =>
        {
            if (entry is { PluginId: PluginRoomFixture.Greedy, Verdict: "not-declared" })
                seen.Add(entry.Capability);
            return seen.IsSupersetOf(undeclared);
        });
        Assert.False(_ben.HasHeard(RoomEvents.PluginChat));
    }

    [Fact]
    public async Task The_ledger_tells_my_data_from_others_and_names_nobody()
    {
        await PluginRoomFixture.Choose(_ada, _echo, "plugin.input", "allow");
        await PluginRoomFixture.Type(_ada, _echo.Id, "count me");

        static bool IsInput(LedgerEntryView entry) => entry is { Category: "plugin.input", Sink: "", Verdict: "forwarded" };
        var forAda = await PluginRoomFixture.Entry(_ada, IsInput);
        var forBen = await PluginRoomFixture.Entry(_ben, IsInput);

        Assert.Equal(("me", "other"), (forAda.Subject, forBen.Subject));
        Assert.Equal((forAda.Hash, 8L), (forBen.Hash, forBen.Bytes));
    }
}
