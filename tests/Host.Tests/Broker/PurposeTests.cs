using PluginRoom.Host.Broker;
using PluginRoom.Host.Consent;
using PluginRoom.Host.Vocabulary;
using Xunit;

namespace PluginRoom.Host.Tests.Broker;

/// <summary>What is for training or marketing, in a room that has and has not switched it on.</summary>
public sealed class PurposeTests
{
    private const int Ada = GateFixture.Ada;
    private const int Ben = GateFixture.Ben;
    private const string ChatToUi = "content.chat to ui";
    private const string ChatToRoom = "content.chat to room for marketing";
    private static readonly Capability[] Chat = [Capability.ChatRead, Capability.ChatSend];

    private static GateFixture Gate(params string[] flows) => new(Chat, flows);

    [Fact]
    public void It_is_off_at_first_and_no_choice_lets_anything_through()
    {
        var gate = Gate(ChatToUi, ChatToRoom + "?").Choose(Ada, ChatToUi).Choose(Ada, ChatToRoom);
        Assert.True(gate.Chat(Ada).IsAllowed);

        var refusal = gate.Post().Refusal!;

        Assert.Equal((Verdict.PurposeOff, DataCategory.ContentChat, Purpose.Marketing), (refusal.Verdict, refusal.Category, refusal.Purpose));
        Assert.Contains("content.chat to room is for marketing, which is switched off in this room", refusal.Message, StringComparison.Ordinal);
        Assert.Null(refusal.ManifestLine);
        Assert.Equal((Verdict.PurposeOff, SinkName.Room), (gate.LastEntry.Verdict, gate.LastEntry.Sink));
        Assert.Equal("purpose-off", gate.LastEntry.Verdict.Name());
    }

    [Fact]
    public void Switching_it_on_opts_nobody_in()
    {
        var gate = Gate(ChatToUi, ChatToRoom + "?").Choose(Ada, ChatToUi).Choose(Ada, ChatToRoom);
        gate.Chat(Ada);

        Switch(gate, on: true);

        Assert.Equal(Verdict.NotConsented, gate.Post().Refusal!.Verdict);
        Assert.True(gate.Choose(Ada, ChatToRoom).Post().IsAllowed);
    }

    [Fact]
    public void Switching_it_off_takes_everybodys_yes_and_no_back_for_good_and_leaves_the_rest()
    {
        var gate = Gate(ChatToUi, ChatToRoom + "?");
        Switch(gate, on: true);
        gate.Choose(Ada, ChatToUi).Choose(Ada, ChatToRoom).Choose(Ben, ChatToRoom, ConsentChoice.Refuse).Chat(Ada);
        Assert.True(gate.Post().IsAllowed);

        Switch(gate, on: false);
        Assert.Equal(Verdict.PurposeOff, gate.Post().Refusal!.Verdict);
        Assert.True(gate.Chat(Ada).IsAllowed);

        Switch(gate, on: true);
        Assert.Equal(Verdict.NotConsented, gate.Post().Refusal!.Verdict);
        var flow = gate.Plugin.Flows.IndexOf(ChatToRoom);
        Assert.Equal((ConsentChoice.Unset, ConsentChoice.Unset), (gate.Plugin.Consents.Choice(flow, Ada), gate.Plugin.Consents.Choice(flow, Ben)));
    }

    [Fact]
    public void Only_the_purpose_that_was_switched_on_is_on()
    {
        var gate = Gate(ChatToUi, ChatToRoom + "?", "content.chat to download for training?");

        Switch(gate, on: true);

        Assert.False(gate.Plugin.Consents.IsOff(gate.Plugin.Flows.IndexOf(ChatToRoom)));
        Assert.True(gate.Plugin.Consents.IsOff(gate.Plugin.Flows.IndexOf("content.chat to download for training")));
    }

    [Fact]
    public void The_reason_is_the_same_whatever_anybody_chose_so_that_it_can_be_told_to_everybody()
    {
        // Of two people's data in one process, one has not allowed the functional flow any more.
        var gate = new GateFixture([.. Chat, Capability.ParticipantsProfileRead], ChatToUi, ChatToRoom + "?", "identity.profile to room")
            .Choose(Ada, ChatToUi).Choose(Ben, "identity.profile to room");
        gate.Chat(Ada);
        Assert.True(gate.Broker.Decide(gate.Plugin, FlowRequest.ToWorker(Capability.ParticipantsProfileRead, DataCategory.IdentityProfile, Ben, 3)).IsAllowed);
        Assert.Equal(Verdict.PurposeOff, gate.Post().Refusal!.Verdict);

        gate.Choose(Ben, "identity.profile to room", ConsentChoice.Refuse);

        Assert.Equal(Verdict.PurposeOff, gate.Post().Refusal!.Verdict);
    }

    [Fact]
    public void A_category_that_is_for_it_alone_does_not_come_in()
    {
        var gate = Gate(ChatToRoom + "?").Choose(Ada, ChatToRoom);

        var refusal = gate.Chat(Ada).Refusal!;

        Assert.Equal((Verdict.PurposeOff, Purpose.Marketing), (refusal.Verdict, refusal.Purpose));
        Assert.Contains("for marketing only", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(0u, gate.Plugin.Label.Categories);
    }

    [Fact]
    public void Stored_values_and_calls_of_other_plugins_are_stopped_by_it_as_well()
    {
        var gate = new GateFixture([Capability.StorageRoom, Capability.PluginCall], "content.chat to storage.room for training?");
        var label = new DataLabel();
        label.Add(DataCategory.ContentChat, Ada);

        var stored = gate.Broker.DecideStored(gate.Plugin, FlowRequest.Use(Capability.StorageRoom), SinkName.StorageRoom, label).Refusal!;
        var caller = new PluginGate("org.example.other", new FlowTable([Capability.PluginCall], []));
        caller.Label.AddAll(label);
        var call = gate.Broker.DecideCall(caller, gate.Plugin, 5, isReply: false).Refusal!;

        Assert.Equal((Verdict.PurposeOff, Purpose.Training), (stored.Verdict, stored.Purpose));
        Assert.Equal((Verdict.PurposeOff, Purpose.Training), (call.Verdict, call.Purpose));
        Assert.Equal(0u, gate.Plugin.Label.Categories);
    }

    private static void Switch(GateFixture gate, bool on)
    {
        var flows = gate.Plugin.Flows.FlowsFor(Purpose.Marketing);
        if (on)
            gate.Plugin.Consents.SwitchOn(flows);
        else
            gate.Plugin.Consents.SwitchOff(flows);
    }
}
