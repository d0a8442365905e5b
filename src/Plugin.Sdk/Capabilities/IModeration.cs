namespace PluginRoom.Sdk;

/// <summary>
/// What a moderator of the room decides when the plugin asks for it, each time anew. Muting needs <c>{ "name": "moderation.mute" }</c>,
/// removing <c>{ "name": "moderation.remove" }</c>, and a flow to <c>room</c> for each kind of data that this process has received.
/// </summary>
/// <remarks>
/// A person takes longer than a handler may: go on without awaiting inside of one. Both calls throw
/// <see cref="CapabilityDeniedException"/> when the capability is not declared or the data may not go into the room (code <c>label</c> or
/// <c>not-consented</c>), and with the code <c>limit</c> for too many questions; and <see cref="RoomCallException"/> with the code
/// <c>question.declined</c> when the moderator said no, <c>question.unanswered</c> when nobody answered within a minute,
/// <c>question.withdrawn</c> when this plugin stops or starts anew, and <c>participant.unknown</c> for an id that nobody has or had. Nobody
/// decides about themselves. About somebody who left or who allows this plugin nothing, nobody is asked, and nobody answers.
/// </remarks>
public interface IModeration
{
    /// <summary>The longest reason, in characters.</summary>
    const int MaxReasonLength = 200;

    /// <summary>Completes when a moderator has confirmed it and the person's page was told to mute itself. To unmute is always the person's own.</summary>
    /// <param name="reason">For the moderator and the person, 1 to 200 characters.</param>
    /// <exception cref="ArgumentException">The reason is empty or too long, or the id names nobody.</exception>
    Task MuteAsync(ParticipantId person, string reason, CancellationToken cancellationToken = default);

    /// <summary>Completes when a moderator has confirmed it and the person is out of the room.</summary>
    /// <inheritdoc cref="MuteAsync"/>
    Task RemoveAsync(ParticipantId person, string reason, CancellationToken cancellationToken = default);
}
