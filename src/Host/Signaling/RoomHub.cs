using Microsoft.AspNetCore.SignalR;
using PluginRoom.Host.Rooms;
using PluginRoom.Protocol.Client;

namespace PluginRoom.Host.Signaling;

/// <summary>
/// Turns a browser's messages into calls on its room and keeps nothing. Each method takes one JSON value, reads it strictly and
/// answers a <see cref="HubReply{T}"/>; nothing that a browser sends is answered by an exception.
/// </summary>
public sealed partial class RoomHub(RoomDirectory rooms, HubConnections connections, ILogger<RoomHub> log) : Hub
{
    private static readonly HubReply<Done> Done = new(new Done(), null);

    private ClientConnection Connection => HubConnections.Of(Context);

    public override Task OnConnectedAsync()
    {
        connections.Open(Context);
        return Task.CompletedTask;
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        HubConnections.Close(Context);
        return Task.CompletedTask;
    }

    public Task<HubReply<JoinReply>> Join(HubMessage message) =>
        Read<JoinRequest, JoinReply>(message, request => rooms.Join(Connection, request));

    public Task<HubReply<Done>> Leave(HubMessage message) =>
        Answer<NoArguments, Done>(message, (person, _) => person.Room.Leave(person));

    /// <summary>Does not pass the room's queue: it changes nothing, and whoever is in the room can be read at any time.</summary>
    public HubReply<Done> Relay(SealedMessage message)
    {
        using var unsent = message;
        var problem = message.Problem
            ?? (Connection.Seat is { } person ? Relaying.Send(person, Connection, message) : Refusals.NotJoined);
        return problem is null ? Done : new HubReply<Done>(null, problem);
    }

    public Task<HubReply<RoomPluginView>> AddPlugin(HubMessage message) =>
        Answer<PluginRequest, RoomPluginView>(message, (person, request) => person.Room.Plugins.Add(person, request));

    public Task<HubReply<Done>> RemovePlugin(HubMessage message) =>
        Answer<PluginRequest, Done>(message, (person, request) => person.Room.Plugins.Remove(person, request));

    public Task<HubReply<Done>> RestartPlugin(HubMessage message) =>
        Answer<PluginRequest, Done>(message, (person, request) => person.Room.Plugins.Restart(person, request));

    public Task<HubReply<ConsentView>> Decide(HubMessage message) =>
        Answer<ConsentRequest, ConsentView>(message, (person, request) => person.Room.Plugins.Decide(person, request));

    public Task<HubReply<Done>> SwitchPurpose(HubMessage message) =>
        Answer<PurposeSwitch, Done>(message, (person, request) => person.Room.Plugins.SwitchPurpose(person, request));

    public Task<HubReply<ConsentView>> AnswerUpdate(HubMessage message) =>
        Answer<UpdateAnswer, ConsentView>(message, (person, request) => person.Room.Plugins.AnswerUpdate(person, request));

    public Task<HubReply<Done>> SendInput(HubMessage message) =>
        Answer<PluginInput, Done>(message, (person, request) => person.Room.Plugins.SendInput(person, request));

    public Task<HubReply<Done>> DeliverChat(HubMessage message) =>
        Answer<ChatDelivery, Done>(message, (person, request) => person.Room.Plugins.Deliveries.Chat(person, request));

    public Task<HubReply<Done>> DeliverReaction(HubMessage message) =>
        Answer<ReactionDelivery, Done>(message, (person, request) => person.Room.Plugins.Deliveries.Reaction(person, request));

    public Task<HubReply<Done>> DeliverSpeaking(HubMessage message) =>
        Answer<SpeakingDelivery, Done>(message, (person, request) => person.Room.Plugins.Deliveries.Speaking(person, request));

    public Task<HubReply<Done>> DeliverQuality(HubMessage message) =>
        Answer<QualityDelivery, Done>(message, (person, request) => person.Room.Plugins.Deliveries.Quality(person, request));

    public Task<HubReply<Done>> OpenChannel(HubMessage message) =>
        Answer<ChannelRequest, Done>(message, (person, request) => person.Room.Plugins.OpenChannel(person, request));

    public Task<HubReply<Done>> CloseChannel(HubMessage message) =>
        Answer<ChannelRequest, Done>(message, (person, request) => person.Room.Plugins.CloseChannel(person, request));

    public Task<HubReply<Done>> OfferFile(HubMessage message) =>
        Answer<FileOffer, Done>(message, (person, request) => person.Room.Plugins.OfferFile(person, request));

    public Task<HubReply<Done>> DeliverCard(HubMessage message) =>
        Answer<CardDelivery, Done>(message, (person, request) => person.Room.Plugins.Deliveries.Card(person, request));

    public Task<HubReply<Done>> HandFiles(HubMessage message) =>
        Answer<FilesHanded, Done>(message, (person, request) => person.Room.Plugins.Handovers.Hand(person, request));

    public Task<HubReply<Done>> HandFilePart(HubMessage message) =>
        Answer<FilePart, Done>(message, (person, request) => person.Room.Plugins.Handovers.Take(person, request));

    public Task<HubReply<Done>> StopFiles(HubMessage message) =>
        Answer<FilesStopped, Done>(message, (person, request) => person.Room.Plugins.Handovers.Stop(person, request));

    public Task<HubReply<Done>> ShowFiles(HubMessage message) =>
        Answer<FilesShown, Done>(message, (person, request) => person.Room.Plugins.Handovers.Show(person, request));

    public Task<HubReply<Done>> AnswerQuestion(HubMessage message) =>
        Answer<QuestionAnswer, Done>(message, (person, request) => person.Room.Plugins.AnswerQuestion(person, request));

    public Task<HubReply<Done>> StartTransform(HubMessage message) =>
        Answer<TransformStart, Done>(message, (person, request) => person.Room.Plugins.StartTransform(person, request));

    public Task<HubReply<Done>> StopTransform(HubMessage message) =>
        Answer<TransformStop, Done>(message, (person, request) => person.Room.Plugins.StopTransform(person, request));

    public Task<HubReply<LedgerBatch>> ReadLedger(HubMessage message) =>
        Answer<LedgerRequest, LedgerBatch>(message, (person, request) => person.Room.Plugins.ReadLedger(person, request));

    public Task<HubReply<ReceiptList>> ReadReceipts(HubMessage message) =>
        Answer<NoArguments, ReceiptList>(message, (person, _) => person.Room.Plugins.ReadReceipts(person));

    public Task<HubReply<RecordingView>> StartRecording(HubMessage message) =>
        Answer<RecordingStart, RecordingView>(message, (person, request) => person.Room.Plugins.StartRecording(person, request));

    public Task<HubReply<Done>> AnswerRecording(HubMessage message) =>
        Answer<RecordingAnswer, Done>(message, (person, request) => person.Room.Plugins.AnswerRecording(person, request));

    public Task<HubReply<Done>> StopRecording(HubMessage message) =>
        Answer<RecordingStop, Done>(message, (person, request) => person.Room.Plugins.StopRecording(person, request));

    public Task<HubReply<Done>> NameModerator(HubMessage message) =>
        Answer<ModeratorRequest, Done>(message, (person, request) => person.Room.Moderators.Name(person, request));

    public Task<HubReply<Done>> StepDown(HubMessage message) =>
        Answer<NoArguments, Done>(message, (person, _) => person.Room.Moderators.StepDown(person));

    public Task<HubReply<Done>> MuteParticipant(HubMessage message) =>
        Answer<ModerationRequest, Done>(message, (person, request) => person.Room.Moderators.Mute(person, request));

    public Task<HubReply<Done>> RemoveParticipant(HubMessage message) =>
        Answer<ModerationRequest, Done>(message, (person, request) => person.Room.Moderators.Remove(person, request));

    /// <summary>
    /// The one way from a message to its answer: reads it, looks up who sent it, and runs <paramref name="handle"/> on the queue
    /// of that person's room.
    /// </summary>
    private Task<HubReply<TValue>> Answer<TRequest, TValue>(HubMessage message, Func<Participant, TRequest, Outcome<TValue>> handle)
        where TRequest : class
        where TValue : class
    {
        var connection = Connection;
        return Read<TRequest, TValue>(message, async request => connection.Seat is { } person
            ? await person.Room.Run(() => connection.Seat == person ? handle(person, request) : Refusals.NotJoined)
            : Refusals.NotJoined);
    }

    private async Task<HubReply<TValue>> Read<TRequest, TValue>(HubMessage message, Func<TRequest, Task<Outcome<TValue>>> handle)
        where TRequest : class
        where TValue : class
    {
        using var wiped = message;
        if (!Connection.MaySend(message.Json.Length))
            return new HubReply<TValue>(null, Refusals.Rate);
        var read = StrictJson.Read<TRequest>(message);
        if (read.Value is not { } request)
            return new HubReply<TValue>(null, read.Error);
        try
        {
            return (await handle(request)).ToReply();
        }
        catch (RoomGoneException)
        {
            return new HubReply<TValue>(null, Refusals.NotJoined);
        }
#pragma warning disable CA1031 // A bug in one handler must not end the connection that found it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogFault(typeof(TRequest).Name, exception);
            return new HubReply<TValue>(null, Refusals.Busy);
        }
        finally
        {
            HandedOver.Wipe(request);
        }
    }

    [LoggerMessage(1006, LogLevel.Error, "Answering a {Request} failed.", EventName = "RequestFault")]
    private partial void LogFault(string request, Exception exception);
}

/// <summary>What methods without arguments take: <c>{}</c>.</summary>
public sealed record NoArguments;
