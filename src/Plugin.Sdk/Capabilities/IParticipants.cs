namespace PluginRoom.Sdk;

/// <summary>
/// Who is in the room. Needs <c>{ "name": "participants.list" }</c>; names need <c>{ "name": "participants.profile.read" }</c> as well.
/// </summary>
public interface IParticipants
{
    /// <summary>Lists the people who allow this plugin to know that they are there; nobody else is in it or counted by it.</summary>
    /// <exception cref="CapabilityDeniedException"><c>participants.list</c> is not declared.</exception>
    Task<IReadOnlyList<Participant>> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Runs <paramref name="handler"/> when someone's name becomes known, changes, or is withdrawn (then it is null). Dispose the result
    /// to stop.
    /// </summary>
    /// <exception cref="CapabilityDeniedException"><c>participants.profile.read</c> is not declared.</exception>
    IDisposable OnRenamed(Func<Participant, CancellationToken, Task> handler);
}
