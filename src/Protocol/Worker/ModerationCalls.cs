namespace PluginRoom.Protocol.Worker;

/// <summary>What a moderator, and not the person concerned, has to say yes to. Done when it is carried out.</summary>
/// <param name="Reason">For the moderator and the person concerned, 1 to 200 characters.</param>
public abstract record ModerationCall(string Person, string Reason) : AskCall(Person);

/// <summary><c>moderation.mute</c>, sink <c>room</c>.</summary>
public sealed record MuteCall(string Person, string Reason) : ModerationCall(Person, Reason);

/// <summary><c>moderation.remove</c>, sink <c>room</c>.</summary>
public sealed record RemoveCall(string Person, string Reason) : ModerationCall(Person, Reason);
