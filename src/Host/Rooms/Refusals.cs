using PluginRoom.Protocol.Client;

namespace PluginRoom.Host.Rooms;

/// <summary>The typed errors of rooms and signaling; plugins have theirs beside them.</summary>
public static class Refusals
{
    public static readonly HubError TooLarge = new("message.too-large", "This message is larger than the host takes.");
    public static readonly HubError Rate = new("message.rate", "Too many messages. Wait a moment and try again.");
    public static readonly HubError Busy = new("server.busy", "The host could not do this now. Try again.");
    public static readonly HubError RoomName = new("room.name", "A room name has 3 to 64 of the characters a-z, 0-9 and -. Check the link.");
    public static readonly HubError RoomFull = new("room.full", "This room is full. Try again when someone has left.");
    public static readonly HubError TooManyRooms = new("server.busy", "This host has as many rooms open as it can hold. Try again later.");
    public static readonly HubError NotJoined = new("room.not-joined", "Join a room first.");
    public static readonly HubError AlreadyJoined = new("room.already-joined", "This connection is in a room already. Leave it first.");
    public static readonly HubError ParticipantName = new("participant.name", "A name has 1 to 64 visible characters. Enter another one.");
    public static readonly HubError ParticipantKey = new("participant.key", "The public key is no P-256 point in base64url. Reload the page.");
    public static readonly HubError ParticipantUnknown = new("participant.unknown", "This person is not in the room now.");

    public static readonly HubError ModeratorOnly = new("moderator.only", "Only a moderator can do this. Their names have the word Moderator beside them.");
    public static readonly HubError ModeratorLast = new("moderator.last", "You are the only moderator. Make somebody else one first.");
    public static readonly HubError ModeratorSelf = new("moderator.self", "This is for others. Mute yourself with your own button, or leave.");
    public static readonly HubError SeatRemoved = new("seat.removed", "A moderator removed you from this room.");

    /// <param name="problem">A whole sentence; names the field, never its content.</param>
    public static HubError Malformed(string problem) => new("message.malformed", problem);
}
