using System.Text.Json.Serialization;

namespace PluginRoom.Protocol.Worker;

/// <summary>What a worker is told. Each event belongs to one capability and, where it carries a person's data, one category.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(ChatMessageEvent), "chat.message")]
[JsonDerivedType(typeof(ParticipantJoinedEvent), "participant.joined")]
[JsonDerivedType(typeof(ParticipantLeftEvent), "participant.left")]
[JsonDerivedType(typeof(ParticipantRenamedEvent), "participant.renamed")]
[JsonDerivedType(typeof(RecordingStartedEvent), "recording.started")]
[JsonDerivedType(typeof(RecordingStoppedEvent), "recording.stopped")]
[JsonDerivedType(typeof(WebhookReceivedEvent), "webhook.received")]
[JsonDerivedType(typeof(PluginCalledEvent), "plugin.called")]
[JsonDerivedType(typeof(ReactionSentEvent), "reaction.sent")]
[JsonDerivedType(typeof(SpeakingChangedEvent), "speaking.changed")]
[JsonDerivedType(typeof(QualityChangedEvent), "quality.changed")]
[JsonDerivedType(typeof(UserCardChangedEvent), "usercard.changed")]
public abstract record WorkerEvent;

/// <summary><c>chat.read</c>, <c>content.chat</c>.</summary>
public sealed record ChatMessageEvent(string From, string MessageId, string Text, long At) : WorkerEvent;

/// <summary><c>presence.subscribe</c>, <c>behaviour.presence</c>: someone came, or allowed this plugin to know that they are here.</summary>
public sealed record ParticipantJoinedEvent(WorkerParticipant Participant) : WorkerEvent;

/// <summary><c>presence.subscribe</c>, <c>behaviour.presence</c>: someone left, or revoked.</summary>
public sealed record ParticipantLeftEvent(string Id) : WorkerEvent;

/// <summary><c>participants.profile.read</c>, <c>identity.profile</c>; null: the person no longer allows it.</summary>
public sealed record ParticipantRenamedEvent(string Id, string? Name) : WorkerEvent;

/// <summary><c>recording.write</c>: a person started a recording through this plugin; carries no person's data.</summary>
public sealed record RecordingStartedEvent(string RecordingId, long At) : WorkerEvent;

/// <summary><c>recording.write</c>.</summary>
public sealed record RecordingStoppedEvent(string RecordingId, long At) : WorkerEvent;

/// <summary><c>net.webhook.receive</c>: a signed delivery from outside; carries no person's data.</summary>
/// <param name="Body">Up to 256 KiB.</param>
public sealed record WebhookReceivedEvent(string Id, string? ContentType, byte[] Body) : WorkerEvent;

/// <summary><c>reactions.read</c>, <c>behaviour.interaction</c>.</summary>
/// <param name="Reaction">As in the client's <c>ReactionDelivery</c>.</param>
public sealed record ReactionSentEvent(string From, string Reaction, long At) : WorkerEvent;

/// <summary><c>speaking.read</c>, <c>behaviour.speaking</c>: someone began or ended to speak.</summary>
public sealed record SpeakingChangedEvent(string From, bool Speaking, long At) : WorkerEvent;

/// <summary><c>quality.stats.read</c>, <c>room.meta</c>: medians over the people who allow it, at least two; nobody's own figures.</summary>
/// <param name="People">Over how many.</param>
public sealed record QualityChangedEvent(int People, double RttMs, double LossPercent, double Kbps) : WorkerEvent;

/// <summary><c>usercard.read</c>, <c>identity.card</c>: what somebody shows of their card; null: it is withdrawn.</summary>
public sealed record UserCardChangedEvent(string From, WorkerCard? Fields) : WorkerEvent;

/// <summary>Each null where it is not shown.</summary>
public sealed record WorkerCard(string? DisplayName, string? Pronouns, string? Role, string? Organisation, string? Link, string? About);

/// <param name="Id">Pseudonym that only this plugin sees.</param>
/// <param name="Name">Null unless the person allows <c>identity.profile</c>.</param>
public sealed record WorkerParticipant(string Id, string? Name);
