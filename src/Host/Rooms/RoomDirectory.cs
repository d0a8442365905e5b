using System.Collections.Concurrent;
using PluginRoom.Host.Rooms.Plugins;
using PluginRoom.Protocol.Client;

namespace PluginRoom.Host.Rooms;

/// <summary>The open rooms. A room opens when the first person enters and is gone with the last.</summary>
public sealed partial class RoomDirectory(
    RoomSettings settings, TimeProvider time, RoomPluginsFactory plugins, ILoggerFactory logs, ILogger<RoomDirectory> log)
{
    private readonly ConcurrentDictionary<RoomName, Lazy<Room>> _rooms = new();

    public IReadOnlyCollection<Room> Rooms => [.. _rooms.Values.Where(room => room.IsValueCreated).Select(room => room.Value)];

    public async Task<Outcome<JoinReply>> Join(ClientConnection connection, JoinRequest request)
    {
        if (connection.Seat is not null)
            return Refusals.AlreadyJoined;
        if (RoomName.Parse(request.Room) is not { } roomName)
            return Refusals.RoomName;
        if (DisplayName.Parse(request.Name) is not { } name)
            return Refusals.ParticipantName;
        if (!PublicKey.IsValid(request.PublicKey))
            return Refusals.ParticipantKey;
        while (true)
        {
            if (Enter(roomName) is not { } room)
                return Refusals.TooManyRooms;
            try
            {
                return await room.Run(() => room.Join(connection, name, request.PublicKey, request.ResumeToken));
            }
            catch (RoomGoneException)
            {
                // Its last person left between Enter and Join; the next turn opens a new one.
            }
        }
    }

    private Room? Enter(RoomName name)
    {
        if (_rooms.TryGetValue(name, out var open))
            return open.Value;
        // Some first entries at the same moment may overshoot by one each, which harms nobody.
        if (_rooms.Count >= settings.MaxRooms)
            return null;
        // Lazy, so that of two first entries at the same moment only one makes a room.
        return _rooms.GetOrAdd(name, key => new Lazy<Room>(() => Open(key))).Value;
    }

    private Room Open(RoomName name)
    {
        LogOpened();
        return new Room(name, settings, time, plugins, Forget, logs);
    }

    private void Forget(Room room)
    {
        if (_rooms.TryGetValue(room.Name, out var entry) && entry.Value == room)
            _rooms.TryRemove(new KeyValuePair<RoomName, Lazy<Room>>(room.Name, entry));
    }

    [LoggerMessage(1002, LogLevel.Debug, "A room opened.", EventName = "RoomOpened")]
    private partial void LogOpened();
}
