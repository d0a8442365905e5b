namespace PluginRoom.Sdk;

/// <summary>
/// Requests to the outside, made by the host. Needs <c>{ "name": "net.fetch", "reason": "..." }</c>, an entry under "sinks" with the
/// address and the methods, and a flow to <c>sink:&lt;id&gt;</c> for each kind of data that this process has received before it sends.
/// </summary>
public interface INet
{
    /// <summary>The largest body of a request: 8 MiB. A sink's <c>maxBytesPerMinute</c> (65536 unless declared) is often less.</summary>
    const int MaxBodyBytes = 8 << 20;

    /// <summary>
    /// Sends a request to a sink of plugin.json and completes when the head of its response is there. The host follows up to five
    /// redirects, as long as they stay below the sink's url and its methods. Up to four requests are open at once, each for at most 60
    /// seconds; dispose of the response, or read it to its end.
    /// </summary>
    /// <param name="sink">The <c>id</c> of the sink.</param>
    /// <exception cref="CapabilityDeniedException">
    /// <c>not-declared</c>: plugin.json does not list the capability, the sink, the method or a way out of the sink's url.
    /// <c>label</c> or <c>not-consented</c>: this process has received data that may not go there. <c>limit</c>: too much or too often.
    /// </exception>
    /// <exception cref="RoomCallException">The sink could not be reached, or what it answered is no HTTP.</exception>
    /// <exception cref="ArgumentException">The body is over <see cref="MaxBodyBytes"/>.</exception>
    Task<NetResponse> FetchAsync(string sink, NetRequest request, CancellationToken cancellationToken = default);
}

/// <summary>What to send to a sink.</summary>
public sealed record NetRequest
{
    /// <summary>One of the sink's <c>methods</c>; GET unless set.</summary>
    public string Method { get; init; } = "GET";

    /// <summary>
    /// Below the sink's <c>url</c>, without a slash at its start, percent-encoded where RFC 3986 asks for it
    /// (<see cref="Uri.EscapeDataString(string)"/> for one segment). Empty: the url itself. Dot segments and encoded slashes, dots or percent
    /// signs are refused. Up to 2,048 characters.
    /// </summary>
    public string Path { get; init; } = "";

    /// <summary>Without a question mark, percent-encoded. Up to 4,096 characters.</summary>
    public string Query { get; init; } = "";

    /// <summary>
    /// accept, accept-language, content-language, content-type, idempotency-key, if-match, if-modified-since, if-none-match,
    /// if-unmodified-since, prefer and range can be set; other fields are refused.
    /// </summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Not with GET and HEAD. Up to <see cref="INet.MaxBodyBytes"/>.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }
}
