using PluginRoom.Host.Broker;
using PluginRoom.Host.Memory;
using PluginRoom.Host.Vocabulary;
using PluginRoom.Host.Workers;
using PluginRoom.Protocol.Client;

namespace PluginRoom.Host.Rooms.Plugins;

/// <summary>What the frames in people's own browsers ask for or hand to one plugin, each through the gate.</summary>
internal sealed class PluginInputs(RoomPlugin plugin, RoomPluginContext context)
{
    private const int MaxInputBytes = 256 * 1024;

    public Outcome<Done> SendInput(Participant from, PluginInput input)
    {
        if (plugin.UiCapability is not { } capability)
            return PluginRefusals.NotInRoom;
        if (input.Generation != plugin.Gate.Generation)
            return PluginRefusals.Stale;
        using var data = WipedMemory.Shared.Rent((input.Data.Length / 4 * 3) + 3);
        if (!Convert.TryFromBase64String(input.Data, data.Memory.Span, out var length))
            return Refusals.Malformed("\"data\" is not base64.");
        if (length > MaxInputBytes)
            return Refusals.TooLarge;
        if (plugin.Worker is not { } worker)
            return PluginRefusals.NotRunning;

        var decision = Decide(FlowRequest.FromFrame(capability, SlotOf(from), length));
        return decision.Refusal is { } refusal
            ? PluginRefusals.ForPage(refusal)
            : Delivered(worker.SendUiInput(decision.Flow, plugin.Pseudonyms.Of(from.Id), data.Memory.Span[..length]));
    }

    public Outcome<Done> OpenChannel(Participant from, ChannelRequest request) =>
        IfDeclared(request, () => request.Generation == plugin.Gate.Generation ? Answer(Decide(ChannelFlow(from))) : PluginRefusals.Stale);

    public Outcome<Done> CloseChannel(Participant from, ChannelRequest request) => IfDeclared(request, () =>
    {
        // The page counts and is believed: what it says is shown to its own person and as a number to the others.
        context.Broker.CountStream(
            plugin.Gate, ChannelFlow(from), Math.Max(0, request.MessagesSent), Math.Max(0, request.BytesSent));
        return new Done();
    });

    /// <summary>The file holds what the frame has been shown, for all that anybody knows, so the label of the frames goes with it.</summary>
    public Outcome<Done> OfferFile(FileOffer offer) => offer.Generation == plugin.Gate.Generation
        ? Answer(Decide(FlowRequest.OutOfFrames(Capability.FilesOffer, SinkName.Download, (int)Math.Clamp(offer.Bytes, 0, int.MaxValue))))
        : PluginRefusals.Stale;

    private FlowRequest ChannelFlow(Participant from) =>
        FlowRequest.Direct(Capability.ChannelOpen, DataCategory.PluginInput, SlotOf(from), SinkName.Ui);

    private Outcome<Done> IfDeclared(ChannelRequest request, Func<Outcome<Done>> then) =>
        plugin.Installed.Manifest.Channels.Any(channel => channel.Name == request.Channel) ? then() : PluginRefusals.ChannelUnknown;

    private int SlotOf(Participant participant) => context.Subjects.SlotOf(participant);

    private Decision Decide(in FlowRequest request) => context.Broker.Decide(plugin.Gate, request);

    private static Outcome<Done> Answer(Decision decision) =>
        decision.Refusal is { } refusal ? PluginRefusals.ForPage(refusal) : new Done();

    private static Outcome<Done> Delivered(WorkerDelivery delivery) =>
        delivery == WorkerDelivery.Sent ? new Done() : PluginRefusals.NotRunning;
}
