namespace PluginRoom.Sdk;

/// <summary>The room itself. Needs <c>{ "name": "room.info.read" }</c>.</summary>
public interface IRoomInfo
{
    /// <summary>Reads the room's name and how many people are in it now.</summary>
    /// <exception cref="CapabilityDeniedException"><c>room.info.read</c> is not declared.</exception>
    Task<RoomFacts> ReadAsync(CancellationToken cancellationToken = default);
}

/// <summary>The room at one moment.</summary>
/// <param name="Name">As in the room's link.</param>
/// <param name="People">Everybody, whether or not they allow this plugin anything.</param>
public sealed record RoomFacts(string Name, int People);
