using System.Text;
using System.Text.Json;
using PluginRoom.Protocol.Worker;
using PluginRoom.Worker.Room.Capabilities;

namespace PluginRoom.Worker.Room;

/// <summary>Turns one frame into a call of the plugin's handlers.</summary>
internal sealed class EventDelivery(HostRoom room, CancellationToken stopping)
{
    private const int KeptIds = 1024;
    private readonly Dictionary<string, string> _ids = [];

    /// <summary>The name under which a fault in the handler is reported.</summary>
    internal string Current { get; private set; } = "";

    internal Task DeliverUiInput(byte[] payload)
    {
        Current = "ui.input";
        int length = payload[0];
        var from = Intern(payload.AsSpan(1, length));
        return room.HostUi.Input.RunAsync(new(new(from), payload.AsMemory(1 + length)), stopping);
    }

    internal Task DeliverEvent(byte[] payload)
    {
        Current = "event";
        switch (JsonSerializer.Deserialize(payload, WorkerJson.Default.WorkerEvent))
        {
            case ChatMessageEvent chat:
                Current = "chat.message";
                return room.HostChat.Message.RunAsync(new(new(chat.From), chat.MessageId, chat.Text, Moment(chat.At)), stopping);
            case ParticipantJoinedEvent joined:
                Current = "participant.joined";
                return room.HostPresence.Joined.RunAsync(HostParticipants.Person(joined.Participant), stopping);
            case ParticipantLeftEvent left:
                Current = "participant.left";
                return room.HostPresence.Left.RunAsync(new(left.Id), stopping);
            case ParticipantRenamedEvent renamed:
                Current = "participant.renamed";
                return room.HostParticipants.Renamed.RunAsync(new(new(renamed.Id), renamed.Name), stopping);
            case RecordingStartedEvent started:
                Current = "recording.started";
                return room.HostRecordings.Started.RunAsync(new(started.RecordingId, Moment(started.At)), stopping);
            case RecordingStoppedEvent stopped:
                Current = "recording.stopped";
                return room.HostRecordings.Stopped.RunAsync(new(stopped.RecordingId, Moment(stopped.At)), stopping);
            case WebhookReceivedEvent received:
                Current = "webhook.received";
                return room.HostWebhook.Received.RunAsync(new(received.Id, received.ContentType, received.Body), stopping);
            case ReactionSentEvent sent:
                Current = "reaction.sent";
                return room.HostReactions.Sent.RunAsync(new(new(sent.From), HostReactions.Read(sent.Reaction), Moment(sent.At)), stopping);
            case SpeakingChangedEvent changed:
                Current = "speaking.changed";
                return room.HostSpeaking.Changed.RunAsync(new(new(changed.From), changed.Speaking, Moment(changed.At)), stopping);
            case QualityChangedEvent changed:
                Current = "quality.changed";
                return room.HostQuality.Changed.RunAsync(HostQuality.Read(changed), stopping);
            case PluginCalledEvent called:
                Current = "plugin.called";
                return room.HostPlugins.AnswerAsync(called, stopping);
            case UserCardChangedEvent changed:
                Current = "usercard.changed";
                return room.HostCards.Changed.RunAsync(new(new(changed.From), HostCards.Read(changed.Fields)), stopping);
            default:
                throw new InvalidDataException("The host sent an event that this worker does not know.");
        }
    }

    private static DateTimeOffset Moment(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);

    // The same few people send again and again; their ids need not be allocated each time.
    private string Intern(ReadOnlySpan<byte> utf8)
    {
        Span<char> text = stackalloc char[byte.MaxValue];
        text = text[..Encoding.UTF8.GetChars(utf8, text)];
        var known = _ids.GetAlternateLookup<ReadOnlySpan<char>>();
        if (known.TryGetValue(text, out var id))
            return id;
        if (_ids.Count >= KeptIds)
            _ids.Clear();
        return _ids[id = text.ToString()] = id;
    }
}
