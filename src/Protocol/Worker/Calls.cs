using System.Text.Json.Serialization;

namespace PluginRoom.Protocol.Worker;

/// <summary>What a worker can ask for. Each call belongs to one capability.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "call")]
[JsonDerivedType(typeof(ReadRoomCall), "room.read")]
[JsonDerivedType(typeof(ListParticipantsCall), "participants.list")]
[JsonDerivedType(typeof(SendChatCall), "chat.send")]
[JsonDerivedType(typeof(NotifyCall), "notification.show")]
[JsonDerivedType(typeof(ReadStoredCall), "storage.read")]
[JsonDerivedType(typeof(WriteStoredCall), "storage.write")]
[JsonDerivedType(typeof(DeleteStoredCall), "storage.delete")]
[JsonDerivedType(typeof(ListStoredCall), "storage.list")]
[JsonDerivedType(typeof(FetchCall), "net.fetch")]
[JsonDerivedType(typeof(FetchUploadCall), "net.upload")]
[JsonDerivedType(typeof(FetchReadCall), "net.read")]
[JsonDerivedType(typeof(FetchCloseCall), "net.close")]
[JsonDerivedType(typeof(ReadWebhookCall), "webhook.read")]
[JsonDerivedType(typeof(MuteCall), "moderation.mute")]
[JsonDerivedType(typeof(RemoveCall), "moderation.remove")]
[JsonDerivedType(typeof(SendAsUserCall), "chat.sendAs")]
[JsonDerivedType(typeof(ReceiveMediaCall), "media.receive")]
[JsonDerivedType(typeof(PublishMediaCall), "media.publish")]
[JsonDerivedType(typeof(CallPluginCall), "plugin.call")]
[JsonDerivedType(typeof(AnswerPluginCall), "plugin.answer")]
[JsonDerivedType(typeof(PickFilesCall), "files.pick")]
[JsonDerivedType(typeof(ReadPickedCall), "files.read")]
[JsonDerivedType(typeof(ClosePickedCall), "files.close")]
[JsonDerivedType(typeof(UndeclaredUseCall), "undeclared.use")]
public abstract record WorkerCall;

/// <summary><c>room.info.read</c>; replies <see cref="RoomInfo"/>.</summary>
public sealed record ReadRoomCall : WorkerCall;

/// <summary><c>participants.list</c>; replies <see cref="ParticipantList"/> with those who allow it.</summary>
public sealed record ListParticipantsCall : WorkerCall;

/// <summary><c>chat.send</c>, sink <c>room</c>. <paramref name="Text"/>: 1 to 4,000 characters.</summary>
public sealed record SendChatCall(string Text) : WorkerCall;

/// <summary><c>ui.notification</c>, sink <c>room</c>. <paramref name="Text"/>: 1 to 200 characters.</summary>
public sealed record NotifyCall(string Text) : WorkerCall;

/// <summary><c>storage.room</c>, or <c>storage.user</c> for one person.</summary>
/// <param name="Person">Pseudonym of somebody who is here; null: the room's.</param>
public abstract record StoreCall(string? Person) : WorkerCall;

/// <summary>Replies <see cref="StoredValue"/>.</summary>
public sealed record ReadStoredCall(string? Person, string Key) : StoreCall(Person);

/// <param name="Key">1 to 128 bytes of UTF-8.</param>
/// <param name="Value">Up to 256 KiB.</param>
public sealed record WriteStoredCall(string? Person, string Key, byte[] Value) : StoreCall(Person);

/// <summary>Done also when there is nothing under the key: whether there was is not told.</summary>
public sealed record DeleteStoredCall(string? Person, string Key) : StoreCall(Person);

/// <summary>Replies <see cref="StoredKeys"/>.</summary>
/// <param name="Prefix">Empty: all.</param>
public sealed record ListStoredCall(string? Person, string Prefix) : StoreCall(Person);

/// <summary><c>net.webhook.receive</c>; replies <see cref="WebhookAddress"/>.</summary>
public sealed record ReadWebhookCall : WorkerCall;

/// <summary>
/// The plugin asked for events of a capability that its manifest does not declare. The worker has refused it already; the host
/// writes the attempt into the ledger and replies <see cref="CallRefused"/>.
/// </summary>
public sealed record UndeclaredUseCall(string Capability) : WorkerCall;

/// <summary>The answer to a call: a value or a refusal or a failure.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "reply")]
[JsonDerivedType(typeof(CallDone), "done")]
[JsonDerivedType(typeof(RoomInfo), "room")]
[JsonDerivedType(typeof(ParticipantList), "participants")]
[JsonDerivedType(typeof(StoredValue), "stored")]
[JsonDerivedType(typeof(StoredKeys), "storedKeys")]
[JsonDerivedType(typeof(FetchAnswer), "fetch.answer")]
[JsonDerivedType(typeof(FetchUpload), "fetch.upload")]
[JsonDerivedType(typeof(FetchPart), "fetch.part")]
[JsonDerivedType(typeof(WebhookAddress), "webhook")]
[JsonDerivedType(typeof(PluginCallResult), "plugin.result")]
[JsonDerivedType(typeof(FilesPicked), "files.picked")]
[JsonDerivedType(typeof(PickedPart), "files.part")]
[JsonDerivedType(typeof(CallRefused), "refused")]
[JsonDerivedType(typeof(CallFailed), "failed")]
public abstract record CallReply;

public sealed record CallDone : CallReply;

/// <param name="Name">The room's name as in its link.</param>
public sealed record RoomInfo(string Name, int People) : CallReply;

public sealed record ParticipantList(IReadOnlyList<WorkerParticipant> Participants) : CallReply;

/// <param name="Value">Null: there is none.</param>
public sealed record StoredValue(byte[]? Value) : CallReply;

/// <param name="Keys">Sorted, ordinal.</param>
public sealed record StoredKeys(IReadOnlyList<string> Keys) : CallReply;

/// <param name="Path">Below the host's own address.</param>
/// <param name="Secret">What deliveries are signed with: <c>whsec_</c> and base64.</param>
public sealed record WebhookAddress(string Path, string Secret) : CallReply;

/// <param name="Capability">Which capability was missing or refused.</param>
/// <param name="Code"><c>not-declared</c>, <c>not-consented</c>, <c>purpose-off</c>, <c>label</c> or <c>limit</c>.</param>
/// <param name="ManifestLine">What the author would have to add to plugin.json, where that would help.</param>
public sealed record CallRefused(string Capability, string Code, string Message, string? ManifestLine) : CallReply;

/// <param name="Message">What is wrong with the call and what to do.</param>
public sealed record CallFailed(string Code, string Message) : CallReply;
