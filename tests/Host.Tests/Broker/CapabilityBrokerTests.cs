using PluginRoom.Host.Broker;
using PluginRoom.Host.Consent;
using PluginRoom.Host.Vocabulary;
using Xunit;

namespace PluginRoom.Host.Tests.Broker;

public sealed class CapabilityBrokerTests
{
    private const int Ada = GateFixture.Ada;
    private const int Ben = GateFixture.Ben;
    private const string ChatToRoom = "content.chat to room";
    private const string ChatToUi = "content.chat to ui";
    private static readonly Capability[] Chat = [Capability.ChatRead, Capability.ChatSend];

    [Fact]
    public void A_capability_that_the_manifest_does_not_name_is_refused_with_the_line_to_add()
    {
        var gate = new GateFixture([Capability.ChatSend]);

        var refusal = gate.Chat(Ada).Refusal;

        Assert.Equal(Verdict.NotDeclared, refusal!.Verdict);
        Assert.Contains("chat.read", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("\"name\": \"chat.read\"", refusal.ManifestLine, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_delivered_before_the_person_said_yes()
    {
        var gate = new GateFixture(Chat, ChatToUi);

        Assert.Equal(Verdict.NotConsented, gate.Chat(Ada).Refusal!.Verdict);
        Assert.True(gate.Choose(Ada, ChatToUi).Chat(Ada).IsAllowed);
    }

    [Fact]
    public void One_persons_yes_says_nothing_for_another()
    {
        var gate = new GateFixture(Chat, ChatToUi).Choose(Ada, ChatToUi);

        Assert.Equal(Verdict.NotConsented, gate.Chat(Ben).Refusal!.Verdict);
    }

    [Fact]
    public void Every_flow_that_is_not_optional_must_be_allowed()
    {
        var gate = new GateFixture(Chat, ChatToUi, ChatToRoom).Choose(Ada, ChatToUi);

        Assert.False(gate.Chat(Ada).IsAllowed);
        Assert.True(gate.Choose(Ada, ChatToRoom).Chat(Ada).IsAllowed);
    }

    [Fact]
    public void An_optional_flow_can_be_refused_without_losing_the_others()
    {
        var gate = new GateFixture(Chat, ChatToUi, ChatToRoom + "?")
            .Choose(Ada, ChatToUi).Choose(Ada, ChatToRoom, ConsentChoice.Refuse);

        Assert.True(gate.Chat(Ada).IsAllowed);
        Assert.Equal(Verdict.NotConsented, gate.Post().Refusal!.Verdict);
    }

    [Fact]
    public void Optional_flows_alone_still_need_one_yes()
    {
        var gate = new GateFixture(Chat, ChatToUi + "?");

        Assert.False(gate.Chat(Ada).IsAllowed);
    }

    [Fact]
    public void A_worker_that_has_seen_nothing_may_post()
    {
        Assert.True(new GateFixture(Chat, ChatToUi).Post().IsAllowed);
    }

    [Fact]
    public void A_worker_that_has_read_chat_may_not_post_where_no_flow_is_declared()
    {
        var gate = new GateFixture(Chat, ChatToUi).Choose(Ada, ChatToUi);
        Assert.True(gate.Chat(Ada).IsAllowed);

        var refusal = gate.Post().Refusal!;

        Assert.Equal(Verdict.Label, refusal.Verdict);
        Assert.Equal(DataCategory.ContentChat, refusal.Category);
        Assert.Contains("\"data\": \"content.chat\", \"to\": \"room\"", refusal.ManifestLine, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_refused_at_the_door_does_not_taint()
    {
        var gate = new GateFixture(Chat, ChatToUi);
        Assert.False(gate.Chat(Ada).IsAllowed);

        Assert.True(gate.Post().IsAllowed);
    }

    [Fact]
    public void Taking_a_yes_back_closes_the_sink_for_what_was_already_seen()
    {
        var gate = new GateFixture(Chat, ChatToRoom).Choose(Ada, ChatToRoom).Choose(Ben, ChatToRoom);
        Assert.True(gate.Chat(Ada).IsAllowed && gate.Chat(Ben).IsAllowed && gate.Post().IsAllowed);

        gate.Choose(Ben, ChatToRoom, ConsentChoice.Refuse);

        Assert.Equal(Verdict.NotConsented, gate.Post().Refusal!.Verdict);
        gate.Plugin.StartFresh();
        Assert.True(gate.Post().IsAllowed);
    }

    [Fact]
    public void A_direct_flow_asks_for_exactly_that_flow()
    {
        var gate = new GateFixture([Capability.ChannelOpen], "plugin.input to ui", "plugin.input to download?").Choose(Ada, "plugin.input to ui");

        Decision Open(int subject, SinkName sink) =>
            gate.Broker.Decide(gate.Plugin, FlowRequest.Direct(Capability.ChannelOpen, DataCategory.PluginInput, subject, sink));

        Assert.True(Open(Ada, SinkName.Ui).IsAllowed);
        Assert.Equal(Verdict.NotConsented, Open(Ben, SinkName.Ui).Refusal!.Verdict);
        Assert.Equal(Verdict.NotConsented, Open(Ada, SinkName.Download).Refusal!.Verdict);
        Assert.Equal(Verdict.NotDeclared, Open(Ada, SinkName.Room).Refusal!.Verdict);
    }

    [Fact]
    public void The_ledger_entry_stands_before_the_proof_exists()
    {
        var gate = new GateFixture(Chat, ChatToUi).Choose(Ada, ChatToUi);

        var flow = gate.Chat(Ada).Flow;

        Assert.Equal(gate.LastEntry.Sequence, flow.LedgerSequence);
        Assert.Equal((Verdict.Forwarded, 1UL << Ada), (gate.LastEntry.Verdict, gate.LastEntry.Subjects));
    }

    [Fact]
    public void A_refusal_stands_in_the_ledger_too_and_gives_no_proof()
    {
        var gate = new GateFixture([], []);

        var decision = gate.Chat(Ada);

        Assert.Equal(Verdict.NotDeclared, gate.LastEntry.Verdict);
        Assert.Throws<InvalidOperationException>(() => decision.Flow);
    }

    [Fact]
    public void A_proof_that_nobody_made_is_worthless()
    {
        Assert.Throws<InvalidOperationException>(() => default(AuthorizedFlow).Capability);
    }

    [Fact]
    public void The_hundredth_person_is_told_apart_from_the_first()
    {
        var gate = new GateFixture(Chat, ChatToRoom).Choose(100, ChatToRoom);

        Assert.True(gate.Chat(100).IsAllowed);
        Assert.False(gate.Chat(36).IsAllowed);
        Assert.True(gate.Post().IsAllowed);
        gate.Choose(100, ChatToRoom, ConsentChoice.Unset);
        Assert.False(gate.Post().IsAllowed);
    }
}
