using PluginRoom.Protocol.Worker;
using PluginRoom.Sdk;
using PluginRoom.Worker.Frames;

namespace PluginRoom.Worker.Room;

internal sealed class HostRoomInfo(HostCalls calls) : IRoomInfo
{
    public async Task<RoomFacts> ReadAsync(CancellationToken cancellationToken)
    {
        var room = (RoomInfo)await calls.AskAsync(new ReadRoomCall(), cancellationToken).ConfigureAwait(false);
        return new(room.Name, room.People);
    }
}
