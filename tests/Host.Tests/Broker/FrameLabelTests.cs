using PluginRoom.Host.Broker;
using PluginRoom.Host.Consent;
using PluginRoom.Host.Vocabulary;
using Xunit;

namespace PluginRoom.Host.Tests.Broker;

/// <summary>What frames were shown goes along with what they send. Each refusal names the kind of data, the place, and what would help.</summary>
public sealed class FrameLabelTests
{
    private const int Ada = GateFixture.Ada;
    private const int Ben = GateFixture.Ben;
    private const string InputToUi = "plugin.input to ui";
    private const string NamesToUi = "identity.profile to ui";
    private static readonly Capability[] Capabilities =
        [Capability.UiPanel, Capability.ParticipantsProfileRead, Capability.ChatRead, Capability.ChatSend, Capability.FilesOffer, Capability.StorageRoom];

    [Fact]
    public void Input_brings_what_the_frame_was_shown_into_the_process()
    {
        var gate = new GateFixture(Capabilities, InputToUi, "plugin.input to room", NamesToUi)
            .Choose(Ada, InputToUi).Choose(Ada, "plugin.input to room").Choose(Ben, NamesToUi);
        Assert.True(Show(gate, DataCategory.IdentityProfile, Ben).IsAllowed);

        Assert.True(Input(gate).IsAllowed);

        Assert.True(gate.Plugin.Label.Contains(DataCategory.IdentityProfile, Ben));
        var refusal = gate.Post().Refusal!;
        Assert.Equal((Verdict.Label, DataCategory.IdentityProfile), (refusal.Verdict, refusal.Category));
        Assert.Contains("""{ "data": "identity.profile", "to": "room",""", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Input_is_refused_while_the_frame_holds_what_somebody_no_longer_allows()
    {
        var gate = new GateFixture(Capabilities, InputToUi, NamesToUi).Choose(Ada, InputToUi).Choose(Ben, NamesToUi);
        Assert.True(Show(gate, DataCategory.IdentityProfile, Ben).IsAllowed);
        gate.Choose(Ben, NamesToUi, ConsentChoice.Refuse);

        var refusal = Input(gate).Refusal!;

        Assert.Equal((Verdict.NotConsented, FlowOrigin.Frames), (refusal.Verdict, refusal.Origin));
        Assert.Contains("windows have been shown identity.profile of somebody who does not allow it any more", refusal.Message, StringComparison.Ordinal);
        Assert.Null(refusal.ManifestLine);
        Assert.Equal(0u, gate.Plugin.Label.Categories);
        gate.Plugin.StartFramesFresh(1);
        Assert.True(Input(gate).IsAllowed);
    }

    [Fact]
    public void A_file_may_hold_everything_that_the_frame_was_shown()
    {
        var gate = new GateFixture(Capabilities, InputToUi, "plugin.input to download", NamesToUi)
            .Choose(Ada, InputToUi).Choose(Ada, "plugin.input to download").Choose(Ben, NamesToUi);
        Assert.True(Offer(gate).IsAllowed);
        Assert.True(Show(gate, DataCategory.PluginInput, Ada).IsAllowed);
        Assert.True(Offer(gate).IsAllowed);
        Assert.True(Show(gate, DataCategory.IdentityProfile, Ben).IsAllowed);

        var refusal = Offer(gate).Refusal!;

        Assert.Equal(Verdict.Label, refusal.Verdict);
        Assert.Contains("windows have been shown identity.profile, which may not go to download", refusal.Message, StringComparison.Ordinal);
        Assert.StartsWith("""{ "data": "identity.profile", "to": "download",""", refusal.ManifestLine, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_process_shows_is_on_the_label_of_the_frames()
    {
        var gate = new GateFixture(Capabilities, "content.chat to ui", "plugin.input to ui").Choose(Ben, "content.chat to ui").Choose(Ada, InputToUi);
        Assert.True(gate.Chat(Ben).IsAllowed);
        Assert.True(gate.Broker.Decide(gate.Plugin, FlowRequest.OutOfWorker(Capability.UiPanel, SinkName.Ui, 5)).IsAllowed);
        gate.Plugin.StartFresh();

        Assert.True(Input(gate).IsAllowed);

        Assert.True(gate.Plugin.Label.Contains(DataCategory.ContentChat, Ben));
    }

    [Fact]
    public void Frames_are_shown_nothing_of_whoever_refuses_a_flow_that_the_plugin_needs()
    {
        var gate = new GateFixture(Capabilities, NamesToUi, "identity.profile to room").Choose(Ben, NamesToUi);

        Assert.Equal(Verdict.NotConsented, Show(gate, DataCategory.IdentityProfile, Ben).Refusal!.Verdict);
        Assert.True(gate.Choose(Ben, "identity.profile to room") is var both && Show(both, DataCategory.IdentityProfile, Ben).IsAllowed);
    }

    [Fact]
    public void What_is_stored_comes_back_only_while_everyone_in_it_allows_that()
    {
        var gate = new GateFixture(Capabilities, "content.chat to storage.room").Choose(Ben, "content.chat to storage.room");
        var stored = new DataLabel();
        stored.Add(DataCategory.ContentChat, Ben);

        Decision Read() => gate.Broker.DecideStored(gate.Plugin, FlowRequest.Use(Capability.StorageRoom), SinkName.StorageRoom, stored);

        Assert.True(Read().IsAllowed);
        gate.Choose(Ben, "content.chat to storage.room", ConsentChoice.Refuse);
        Assert.Contains("Not everyone whose content.chat lies in storage.room still allows it", Read().Refusal!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_call_of_another_plugin_names_the_side_that_would_have_to_change()
    {
        var gate = new GateFixture([.. Capabilities, Capability.PluginCall], "content.chat to plugin:org.example.other").Choose(Ben, "content.chat to plugin:org.example.other");
        var deaf = new PluginGate("org.example.other", new FlowTable([], []));
        var shy = new PluginGate("org.example.other", new FlowTable([], [new("key", DataCategory.ContentChat, SinkName.Ui, Optional: false)]));
        Assert.True(gate.Chat(Ben).IsAllowed);

        var undeclared = gate.Broker.DecideCall(gate.Plugin, deaf, 5, isReply: false).Refusal!;
        var refused = gate.Broker.DecideCall(gate.Plugin, shy, 5, isReply: false).Refusal!;
        shy.Consents.Set(0, Ben, ConsentChoice.Allow);
        var passed = gate.Broker.DecideCall(gate.Plugin, shy, 5, isReply: false);

        Assert.Contains("content.chat, which plugin:org.example.other does not take", undeclared.Message, StringComparison.Ordinal);
        Assert.Contains("Its author would add", undeclared.Message, StringComparison.Ordinal);
        Assert.Contains("allows that plugin to have it", refused.Message, StringComparison.Ordinal);
        Assert.True(passed.IsAllowed);
        Assert.True(shy.Label.Contains(DataCategory.ContentChat, Ben));
        Assert.Equal(0u, deaf.Label.Categories);
    }

    private static Decision Show(GateFixture gate, DataCategory category, int subject) => gate.Broker.Decide(
        gate.Plugin,
        FlowRequest.Direct(category == DataCategory.PluginInput ? Capability.UiPanel : Capability.ParticipantsProfileRead, category, subject, SinkName.Ui));

    private static Decision Input(GateFixture gate) => gate.Broker.Decide(gate.Plugin, FlowRequest.FromFrame(Capability.UiPanel, Ada, 5));

    private static Decision Offer(GateFixture gate) =>
        gate.Broker.Decide(gate.Plugin, FlowRequest.OutOfFrames(Capability.FilesOffer, SinkName.Download, 100));
}
