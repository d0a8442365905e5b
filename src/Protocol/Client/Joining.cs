namespace PluginRoom.Protocol.Client;

/// <summary>Asks for a seat in a room. Hub method <c>Join</c>.</summary>
/// <param name="Room">Room name as in the link <c>/r/&lt;name&gt;</c>: 3 to 64 of <c>a-z 0-9 -</c>.</param>
/// <param name="Name">The name that others see, 1 to 64 characters, no control characters.</param>
/// <param name="PublicKey">This page's ephemeral ECDH P-256 key, raw, base64url (65 bytes). Offers, answers and candidates
/// are sealed with it, so that the host relays what it cannot read. A page that was reloaded has another key.</param>
/// <param name="ResumeToken">What <see cref="JoinReply.ResumeToken"/> gave, to take back a seat after a dropped socket or a reload.</param>
public sealed record JoinRequest(string Room, string Name, string PublicKey, string? ResumeToken);

/// <summary>A seat, and all that the page needs to draw the room.</summary>
/// <param name="Self">This participant's id, unique in the room, random.</param>
/// <param name="ResumeToken">Secret of this seat; kept by the page for the tab's life.</param>
/// <param name="SeatHoldSeconds">How long a dropped socket keeps its seat.</param>
/// <param name="Participants">Everyone in the room, this person included.</param>
public sealed record JoinReply(
    string Self,
    string ResumeToken,
    int SeatHoldSeconds,
    int MaxParticipants,
    IReadOnlyList<IceServer> IceServers,
    IReadOnlyList<ParticipantView> Participants,
    IReadOnlyList<CatalogPlugin> Catalog,
    IReadOnlyList<RoomPluginView> Plugins,
    IReadOnlyList<ConsentView> Consents,
    IReadOnlyList<PluginPeople> PluginPeople,
    IReadOnlyList<PurposeView> Purposes,
    RecordingView? Recording);

/// <summary>A STUN or TURN server (W3C WebRTC 1.0, RTCIceServer).</summary>
public sealed record IceServer(IReadOnlyList<string> Urls, string? Username, string? Credential);

/// <summary>Someone in the room, as the others see them.</summary>
/// <param name="Away">The socket dropped and the seat is held.</param>
/// <param name="Moderator">May mute and remove people, decides what plugins ask for, and names other moderators.</param>
public sealed record ParticipantView(string Id, string Name, string PublicKey, bool Away, bool Moderator);

/// <summary>Event <c>participantLeft</c>.</summary>
public sealed record ParticipantGone(string Id);

/// <summary>Event <c>seatTaken</c>, the last one on a connection: the seat is used elsewhere now, so do not reconnect.</summary>
public sealed record SeatTaken(string Message);
