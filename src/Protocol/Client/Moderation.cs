namespace PluginRoom.Protocol.Client;

/// <summary>Hub method <c>NameModerator</c>: a moderator makes somebody else one, too.</summary>
/// <param name="Id">Participant id.</param>
public sealed record ModeratorRequest(string Id);

/// <summary>Hub methods <c>MuteParticipant</c> and <c>RemoveParticipant</c>: a moderator, by hand.</summary>
/// <param name="Id">Participant id.</param>
public sealed record ModerationRequest(string Id);

/// <summary>Event <c>muteAsked</c>, to one person: their page mutes its own microphone. To unmute is theirs alone.</summary>
/// <param name="By">Name of the moderator who decided it.</param>
/// <param name="PluginName">The plugin that asked the moderator for it, or null.</param>
/// <param name="Reason">The plugin's, or null.</param>
public sealed record MuteAsked(string By, string? PluginName, string? Reason);

/// <summary>Event <c>seatEnded</c>, the last one on a connection: a moderator put this person out of the room.</summary>
/// <inheritdoc cref="MuteAsked"/>
public sealed record SeatEnded(string By, string? PluginName, string? Reason);
