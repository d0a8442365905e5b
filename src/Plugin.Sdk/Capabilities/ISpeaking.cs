namespace PluginRoom.Sdk;

/// <summary>
/// Who speaks when: begin and end, no levels, no sound, and nothing while a microphone is muted. Needs
/// <c>{ "name": "speaking.read" }</c> and a flow of <c>behaviour.speaking</c>.
/// </summary>
public interface ISpeaking
{
    /// <summary>
    /// Runs <paramref name="handler"/> when somebody who allows it begins or ends to speak. Pauses for breath are no end; whoever leaves in
    /// the middle of a sentence has ended. Dispose the result to stop.
    /// </summary>
    /// <exception cref="CapabilityDeniedException"><c>speaking.read</c> is not declared.</exception>
    IDisposable OnChanged(Func<SpeakingChange, CancellationToken, Task> handler);
}

/// <summary>Somebody began or ended to speak.</summary>
/// <param name="At">When the host was told (UTC); about half a second after it happened.</param>
public sealed record SpeakingChange(ParticipantId From, bool Speaking, DateTimeOffset At);
