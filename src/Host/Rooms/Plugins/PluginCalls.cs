using PluginRoom.Host.Broker;
using PluginRoom.Host.Rooms.Plugins.Frames;
using PluginRoom.Host.Rooms.Plugins.Media;
using PluginRoom.Host.Vocabulary;
using PluginRoom.Host.Workers;
using PluginRoom.Protocol.Client;
using PluginRoom.Protocol.Worker;

namespace PluginRoom.Host.Rooms.Plugins;

/// <summary>Answers what one plugin's worker asks for, each through the gate. On the room's queue.</summary>
internal sealed class PluginCalls(RoomPlugin plugin, RoomPluginContext context)
{
    private const int MaxChatLength = 4_000;
    private const int MaxNotificationLength = 200;

    private readonly MediaCalls _media = new(plugin, context);
    private readonly TokenBucket _chatRate = new(context.Time, burst: 10, perSecond: 2);
    private readonly TokenBucket _notificationRate = new(context.Time, burst: 3, perSecond: 0.2);
    // As base64 two thirds of what may wait for one person (RoomSettings.OutboxBytes): one burst costs no slow browser its connection.
    private readonly TokenBucket _uiBytes = new(context.Time, burst: 4 << 20, perSecond: 2 << 20);
    private readonly TokenBucket _uiMessages = new(context.Time, burst: 1_000, perSecond: 500);

    public WorkerReply Answer(WorkerCall call) => call switch
    {
        ReadRoomCall => Through(
            FlowRequest.Use(Capability.RoomInfoRead),
            flow => WorkerReply.With(flow, new RoomInfo(context.Room.Name.Text, context.Room.Participants.Count))),
        ListParticipantsCall => Through(
            FlowRequest.Use(Capability.ParticipantsList),
            flow => WorkerReply.With(flow, new ParticipantList(plugin.Audience.Listed()))),
        SendChatCall chat => Post(
            chat.Text, MaxChatLength, Capability.ChatSend, _chatRate, RoomEvents.PluginChat, new PluginChat(plugin.Id, Name, chat.Text)),
        NotifyCall notice => Post(
            notice.Text, MaxNotificationLength, Capability.UiNotification, _notificationRate,
            RoomEvents.PluginNotification, new PluginNotification(plugin.Id, Name, notice.Text)),
        // A declared one was not refused by the worker, so nothing happened that the ledger could say.
        ReadWebhookCall => Through(
            FlowRequest.Use(Capability.NetWebhookReceive), flow => WorkerReply.With(flow, plugin.Webhook.Address())),
        ReceiveMediaCall receive => _media.Receive(receive),
        PublishMediaCall publish => _media.Publish(publish),
        UndeclaredUseCall attempt when Capability.Find(attempt.Capability) is { } capability && !plugin.Gate.Flows.Declares(capability) =>
            Through(FlowRequest.Use(capability), _ => WorkerReply.Done),
        _ => WorkerReply.Failed(new CallFailed("call.unknown", "This host does not know the call.")),
    };

    /// <param name="pseudonym">Null: everyone.</param>
    public WorkerReply Show(string? pseudonym, ReadOnlyMemory<byte> data)
    {
        if (plugin.UiCapability is not { } capability)
            return WorkerReply.Failed(new CallFailed("ui.none", "The manifest declares no \"ui\", so there is no frame to send to."));
        var request = FlowRequest.OutOfWorker(capability, SinkName.Ui, data.Length);
        if (!_uiMessages.TryTake(1) || !_uiBytes.TryTake(data.Length))
            return Limited(request);
        return Through(request, _ => ShowNow(pseudonym, data));
    }

    private string Name => plugin.Installed.Manifest.Name;

    private WorkerReply ShowNow(string? pseudonym, ReadOnlyMemory<byte> data)
    {
        using var output = new FrameOutput(plugin.Id, data.Span);
        foreach (var participant in context.Room.Participants)
            if (!participant.Away && (pseudonym is null || plugin.Pseudonyms.Of(participant.Id) == pseudonym))
                context.Room.Send(participant.Id, RoomEvents.PluginMessage, output.Share(), output.Weight);

        // Whoever has left meanwhile has no frame any more; that is no fault of the plugin's.
        return WorkerReply.Done;
    }

    private WorkerReply Post(string text, int maxLength, Capability capability, TokenBucket rate, string eventName, object payload)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > maxLength)
            return WorkerReply.Failed(new CallFailed("text.length", $"The text has 1 to {maxLength} characters, not {text?.Length ?? 0}."));
        var request = FlowRequest.OutOfWorker(capability, SinkName.Room, text.Length);
        if (!rate.TryTake(1))
            return Limited(request);
        return Through(request, _ =>
        {
            context.Room.Broadcast(eventName, payload, bytes: text.Length);
            return WorkerReply.Done;
        });
    }

    private WorkerReply Limited(in FlowRequest request) =>
        WorkerReply.Refused(PluginRefusals.ForWorker(context.Broker.RefuseForLimit(plugin.Gate, request)));

    private WorkerReply Through(in FlowRequest request, Func<AuthorizedFlow, WorkerReply> then)
    {
        var decision = context.Broker.Decide(plugin.Gate, request);
        return decision.Refusal is { } refusal ? WorkerReply.Refused(PluginRefusals.ForWorker(refusal)) : then(decision.Flow);
    }
}
