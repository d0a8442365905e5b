namespace PluginRoom.Protocol.Worker;

/// <summary>Something that a moderator has to confirm first; done when it is carried out.</summary>
/// <param name="Person">Pseudonym of the person concerned.</param>
/// <param name="Reason">For the moderator and the person concerned, 1 to 200 characters.</param>
public abstract record ModerationCall(string Person, string Reason) : WorkerCall;

/// <summary><c>moderation.mute</c>, sink <c>room</c>.</summary>
public sealed record MuteCall(string Person, string Reason) : ModerationCall(Person, Reason);

/// <summary><c>moderation.remove</c>, sink <c>room</c>.</summary>
public sealed record RemoveCall(string Person, string Reason) : ModerationCall(Person, Reason);
