namespace PluginRoom.Sdk;

/// <summary>
/// What this plugin keeps for single persons. Needs <c>{ "name": "storage.user", "reason": "..." }</c> and, for each kind of data that the
/// plugin has read before it writes, a flow to <c>storage.user</c>. It ends with the room at the latest, whatever the manifest says: in
/// the next room nobody can be recognised.
/// </summary>
public interface IUserStorage
{
    /// <summary>The values of this person. The same key in another person's store, or in the room's, is another value.</summary>
    /// <exception cref="ArgumentException">The id is empty. One that nobody has makes the calls fail with <c>participant.unknown</c>.</exception>
    IKeyValueStore Of(ParticipantId person);
}
