namespace PluginRoom.Protocol.Client;

/// <summary>Hub method <c>Relay</c>: one sealed message of the WebRTC negotiation to one person in the same room.</summary>
/// <param name="To">The addressee's participant id.</param>
/// <param name="Kind"><c>description</c> (an offer or answer, RFC 8829) or <c>candidate</c> (RFC 8838).</param>
/// <param name="Sealed">base64url of a 12 byte nonce and the AES-256-GCM ciphertext; up to 32 KiB for a description, 4 KiB for a candidate.</param>
public sealed record RelayRequest(string To, string Kind, string Sealed);

/// <summary>Event <c>relayed</c>: what <see cref="RelayRequest"/> becomes at the addressee.</summary>
public sealed record Relayed(string From, string Kind, string Sealed);
