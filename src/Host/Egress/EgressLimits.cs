namespace PluginRoom.Host.Egress;

/// <summary>What one request of a plugin may cost this host. The sink's own <c>maxBytesPerMinute</c> comes on top.</summary>
public sealed record EgressLimits
{
    /// <summary>Of one request's body, bytes.</summary>
    public int RequestBytes { get; init; } = 8 << 20;

    /// <summary>Of one response's body, bytes, after decompression.</summary>
    public long ResponseBytes { get; init; } = 16 << 20;

    /// <summary>That all sinks together may answer to one plugin in one room within a minute, bytes after decompression.</summary>
    public long ResponseBytesPerMinute { get; init; } = 64 << 20;

    /// <summary>Open at once, for one plugin in one room, until their bodies are read or closed.</summary>
    public int OpenRequests { get; init; } = 4;

    /// <summary>Open at once on this host.</summary>
    public int OpenRequestsOfAll { get; init; } = 256;

    public int Redirects { get; init; } = 5;

    /// <summary>Resolving the name, connecting and the TLS handshake.</summary>
    public TimeSpan Connecting { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Without a byte of the response's body while one is awaited.</summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>From the request's begin to the last byte of the body, redirects included.</summary>
    public TimeSpan Whole { get; init; } = TimeSpan.FromSeconds(60);
}
