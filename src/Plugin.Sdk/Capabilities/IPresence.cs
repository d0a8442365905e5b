namespace PluginRoom.Sdk;

/// <summary>Who comes and goes. Needs <c>{ "name": "presence.subscribe" }</c>.</summary>
public interface IPresence
{
    /// <summary>
    /// Runs <paramref name="handler"/> when someone joins, or begins to allow this plugin to know that they are there. Dispose the result
    /// to stop.
    /// </summary>
    /// <exception cref="CapabilityDeniedException"><c>presence.subscribe</c> is not declared.</exception>
    IDisposable OnJoined(Func<Participant, CancellationToken, Task> handler);

    /// <summary>Runs <paramref name="handler"/> when someone leaves or withdraws their permission: forget what you hold of them.</summary>
    /// <exception cref="CapabilityDeniedException"><c>presence.subscribe</c> is not declared.</exception>
    IDisposable OnLeft(Func<ParticipantId, CancellationToken, Task> handler);
}
