using PluginRoom.Host.Rooms.Moderation;
using PluginRoom.Host.Rooms.Plugins;
using PluginRoom.Protocol.Client;

namespace PluginRoom.Host.Rooms;

/// <summary>
/// People in one place. Whatever changes it runs on <see cref="Run{T}"/>; <see cref="Participants"/> is a snapshot that anybody may read.
/// </summary>
public sealed partial class Room
{
    // Whoever was put out may come anew by the link; their pages of before may not. The last of them are enough.
    private const int MaxPutOut = 64;

    private readonly RoomQueue _queue;
    private readonly RoomSettings _settings;
    private readonly TimeProvider _time;
    private readonly Action<Room> _gone;
    private readonly ILogger _log;
    private readonly List<Participant> _putOut = [];
    private volatile Participant[] _participants = [];
    private bool _closed;

    internal Room(
        RoomName name, RoomSettings settings, TimeProvider time, RoomPluginsFactory plugins, Action<Room> gone, ILoggerFactory logs)
    {
        (Name, _settings, _time, _gone) = (name, settings, time, gone);
        _log = logs.CreateLogger<Room>();
        _queue = new RoomQueue(logs.CreateLogger<RoomQueue>());
        Moderators = new RoomModerators(this);
        Plugins = plugins.Create(this);
        _queue.Start();
    }

    public RoomName Name { get; }

    /// <summary>Touch it on the room's queue only.</summary>
    public RoomModerators Moderators { get; }

    /// <inheritdoc cref="Moderators"/>
    public RoomPlugins Plugins { get; }

    /// <summary>Everyone with a seat, the away ones included, in the order in which they came.</summary>
    public IReadOnlyList<Participant> Participants => _participants;

    /// <summary>Runs on the room's queue. Fails with <see cref="RoomGoneException"/> when the last person has left.</summary>
    public Task<T> Run<T>(Func<T> action) => _queue.Run(action);

    /// <summary>The same without an answer. False: the room is gone.</summary>
    public bool Post(Action action) => _queue.Post(action);

    public Participant? Find(string participantId)
    {
        foreach (var participant in _participants)
        {
            if (participant.Id == participantId)
                return participant;
        }

        return null;
    }

    /// <summary>To everyone who is not away. Whoever is away gets the whole state on coming back.</summary>
    public void Broadcast(string eventName, object payload, Participant? except = null, int bytes = 512)
    {
        foreach (var participant in _participants)
        {
            if (participant != except)
                participant.Connection?.Outbox.Post(eventName, payload, bytes);
        }
    }

    /// <summary>False: nobody by this id is here now.</summary>
    public bool Send(string participantId, string eventName, object payload, int bytes = 512)
    {
        if (Find(participantId)?.Connection is not { } connection)
            return false;
        connection.Outbox.Post(eventName, payload, bytes);
        return true;
    }

    /// <summary>Gives a seat, or gives it back to whoever has its token. On the queue.</summary>
    internal Outcome<JoinReply> Join(ClientConnection connection, string name, string publicKey, string? resumeToken)
    {
        // The last seat may have been freed between finding this room and getting here.
        if (_closed)
            throw new RoomGoneException();
        if (resumeToken is not null && _participants.FirstOrDefault(p => p.Owns(resumeToken)) is { } held)
            return Resume(held, connection, name, publicKey, resumeToken);
        if (_putOut.Exists(p => p.PublicKey == publicKey || (resumeToken is not null && p.Owns(resumeToken))))
            return Refusals.SeatRemoved;
        if (_participants.Length >= _settings.MaxParticipants)
            return Refusals.RoomFull;

        var (token, secret) = ResumeToken.Create();
        var relayRate = new TokenBucket(_time, _settings.RelayBurst, _settings.RelayPerSecond);
        var participant = new Participant(this, name, publicKey, token, relayRate)
        {
            Connection = connection,
            Moderator = _participants.Length == 0,
        };
        _participants = [.. _participants, participant];
        Broadcast(RoomEvents.ParticipantJoined, participant.ToView(), except: participant);
        Plugins.Joined(participant);
        return Seat(participant, connection, secret);
    }

    private JoinReply Resume(Participant participant, ClientConnection connection, string name, string publicKey, string token)
    {
        participant.Hold?.Dispose();
        participant.Hold = null;
        if (participant.Connection is { } other && other != connection)
        {
            other.Take(null);
            other.Outbox.CloseWith(RoomEvents.SeatTaken, new SeatTaken("This seat is now used in another tab or window."));
        }

        var renewed = participant.PublicKey != publicKey;
        var renamed = participant.Name != name;
        (participant.Name, participant.PublicKey, participant.Connection) = (name, publicKey, connection);
        Broadcast(renewed ? RoomEvents.ParticipantRenewed : RoomEvents.ParticipantChanged, participant.ToView(), except: participant);
        if (renamed)
            Plugins.Renamed(participant);
        if (renewed)
            Plugins.Renewed(participant);
        else
            Plugins.Back(participant);
        return Seat(participant, connection, token);
    }

    private JoinReply Seat(Participant participant, ClientConnection connection, string token)
    {
        var reply = Reply(participant, token);
        if (!connection.Take(participant))
            Drop(connection);
        return reply;
    }

    private JoinReply Reply(Participant participant, string token) => new(
        participant.Id,
        token,
        _settings.SeatHoldSeconds,
        _settings.MaxParticipants,
        _settings.IceServers,
        [.. _participants.Select(p => p.ToView())],
        Plugins.Catalog,
        Plugins.Plugins,
        Plugins.ConsentsOf(participant),
        Plugins.PeopleFor(participant),
        Plugins.Purposes,
        Plugins.RecordingFor(participant));

    /// <summary>The socket dropped: holds the seat. On the queue.</summary>
    internal void Drop(ClientConnection connection)
    {
        // Another tab may have taken the seat meanwhile, or its person may have left.
        if (connection.Seat is not { } participant || participant.Connection != connection)
            return;
        connection.Take(null);
        participant.Connection = null;
        participant.Hold = _time.CreateTimer(
            _ => Post(() => Expire(participant)), null, TimeSpan.FromSeconds(_settings.SeatHoldSeconds), Timeout.InfiniteTimeSpan);
        Broadcast(RoomEvents.ParticipantChanged, participant.ToView());
        Plugins.Away(participant);
    }

    private void Expire(Participant participant)
    {
        // A timer that fired while its person came back finds them seated.
        if (participant.Away)
            Remove(participant);
    }

    /// <summary>Frees the seat at once. On the queue.</summary>
    internal Outcome<Done> Leave(Participant participant)
    {
        participant.Connection?.Take(null);
        Remove(participant);
        return new Done();
    }

    /// <summary>Frees the seat, and the page that had it does not get it back. On the queue.</summary>
    internal void PutOut(Participant participant, SeatEnded words)
    {
        if (participant.Connection is { } connection)
        {
            connection.Take(null);
            connection.Outbox.CloseWith(RoomEvents.SeatEnded, words);
        }

        if (_putOut.Count == MaxPutOut)
            _putOut.RemoveAt(0);
        _putOut.Add(participant);
        Remove(participant);
    }

    private void Remove(Participant participant)
    {
        if (!_participants.Contains(participant))
            return;
        participant.Hold?.Dispose();
        participant.Connection = null;
        _participants = [.. _participants.Where(p => p != participant)];
        Broadcast(RoomEvents.ParticipantLeft, new ParticipantGone(participant.Id));
        Moderators.Succeed();
        Plugins.Left(participant);
        if (_participants.Length == 0)
            Close();
    }

    private void Close()
    {
        _closed = true;
        _gone(this);
        Plugins.Closed();
        _queue.Close();
        LogClosed();
    }

    // When people meet is theirs to tell, so below what is logged by default; the room's name is not logged at all.
    [LoggerMessage(1001, LogLevel.Debug, "A room closed: its last person left.", EventName = "RoomClosed")]
    private partial void LogClosed();
}
