namespace PluginRoom.Sdk;

/// <summary>The room's chat. Reading needs <c>{ "name": "chat.read" }</c>, writing <c>{ "name": "chat.send" }</c>,
/// proposing lines to people <c>{ "name": "chat.sendAsUser" }</c>.</summary>
public interface IChat
{
    /// <summary>The longest text that <see cref="SendAsync"/> takes, in characters.</summary>
    const int MaxLength = 4000;

    /// <summary>
    /// Runs <paramref name="handler"/> for each line written by a person who allows it, from that moment on; earlier lines are never
    /// delivered. Dispose the result to stop.
    /// </summary>
    /// <exception cref="CapabilityDeniedException"><c>chat.read</c> is not declared.</exception>
    IDisposable OnMessage(Func<ChatMessage, CancellationToken, Task> handler);

    /// <summary>Posts a line, badged as this plugin's. 1 to 4,000 characters.</summary>
    /// <exception cref="CapabilityDeniedException">
    /// <c>chat.send</c> is not declared, or this plugin has received data that may not go into the room.
    /// </exception>
    /// <exception cref="ArgumentException">The text is empty or too long.</exception>
    Task SendAsync(string text, CancellationToken cancellationToken = default);

    /// <summary>
    /// Proposes a line to a person, who sees exactly this text and may send it as their own, marked for everybody as written by this plugin.
    /// Needs <c>{ "name": "chat.sendAsUser" }</c>; the person is asked each time. Completes when they said yes. What cannot be seen in the text is left out.
    /// A person takes longer than a handler may, so go on without awaiting inside of one. 1 to 4,000 characters.
    /// </summary>
    /// <exception cref="CapabilityDeniedException">
    /// <c>chat.sendAsUser</c> is not declared; this plugin has received data that may not go into the room, before the person was asked or until they
    /// answered; <c>limit</c>: they are being asked already, or have said no twice in the last minute.
    /// </exception>
    /// <exception cref="RoomCallException">
    /// <c>question.declined</c>, or <c>question.unanswered</c> after a minute; <c>participant.unknown</c>: nobody has that id.
    /// </exception>
    /// <exception cref="ArgumentException">The text is empty or too long, or the id names nobody.</exception>
    Task SendAsAsync(ParticipantId person, string text, CancellationToken cancellationToken = default);
}

/// <summary>A line that a person wrote.</summary>
/// <param name="Id">The same for every plugin that receives this line.</param>
/// <param name="At">When the host received it (UTC).</param>
public sealed record ChatMessage(ParticipantId From, string Id, string Text, DateTimeOffset At);
