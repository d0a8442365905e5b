namespace PluginRoom.Protocol.Client;

/// <summary>What every hub method answers: a value or a typed error, never both. No message ends the connection.</summary>
public sealed record HubReply<T>(T? Value, HubError? Error);

/// <summary>The empty value of a method that only succeeds or fails.</summary>
public sealed record Done;

/// <summary>What went wrong and what to do.</summary>
/// <param name="Code">Stable, dotted, lower case: <c>message.malformed</c>, <c>message.too-large</c>, <c>message.rate</c>,
/// <c>room.name</c>, <c>room.full</c>, <c>room.not-joined</c>, <c>room.already-joined</c>, <c>participant.name</c>, <c>participant.key</c>,
/// <c>participant.unknown</c>, <c>plugin.unknown</c>, <c>plugin.not-in-room</c>, <c>plugin.broken</c>, <c>plugin.not-running</c>,
/// <c>flow.unknown</c>, <c>capability.denied</c>, <c>consent.missing</c>, <c>purpose.off</c>, <c>sink.blocked</c>, <c>channel.unknown</c>, <c>recording.running</c>,
/// <c>recording.unknown</c>, <c>recording.not-yours</c>, <c>plugin.limit</c>, <c>moderator.only</c>, <c>moderator.last</c>,
/// <c>moderator.self</c>, <c>seat.removed</c>, <c>question.over</c>, <c>question.files</c>, <c>files.count</c>, <c>files.size</c>, <c>files.part</c>,
/// <c>server.busy</c>.</param>
/// <param name="Message">A sentence for people that says what to do.</param>
public sealed record HubError(string Code, string Message);
