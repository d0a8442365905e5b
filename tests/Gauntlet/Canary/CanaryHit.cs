namespace PluginRoom.Gauntlet.Canary;

/// <summary>How something reached the canary.</summary>
internal enum CanaryChannel
{
    Tcp,
    Http,
    WebSocket,
    Tls,
    Udp,
    Stun,
    Dns,
}

/// <summary>One connection, datagram or query that arrived. Nothing but an attempt knows the address, so any arrival is a leak.</summary>
/// <param name="Bytes">0 where only a connection was opened.</param>
/// <param name="Detail">What was asked for, as far as it could be read: a request line, a server name, a STUN user, a queried name.</param>
/// <param name="At">Since the canary started.</param>
internal sealed record CanaryHit(string Token, CanaryChannel Channel, long Bytes, string Detail, TimeSpan At);
