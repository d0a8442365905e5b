namespace PluginRoom.Sdk;

/// <summary>
/// What this plugin keeps for the room. Needs <c>{ "name": "storage.room", "reason": "..." }</c> and, for each kind of data that the plugin
/// has read before it writes, a flow <c>{ "data": "content.chat", "to": "storage.room", "retention": "room" }</c>.
/// </summary>
/// <remarks>
/// With the retention <c>room</c> a value ends with the room. With a duration it outlives the room for at most that long, and the next room
/// of the same name finds it, as long as the manifest's words for the flows concerned are the same. Taking the plugin out of the room
/// deletes everything that it keeps there.
/// </remarks>
public interface IRoomStorage : IKeyValueStore
{
}
