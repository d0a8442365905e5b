using System.Text;

namespace PluginRoom.Sdk;

/// <summary>
/// What a sink answered: that third party's data, which carries nobody's consent and comes from outside, so check it. The body is
/// read in parts and held nowhere; one reader at a time. Dispose it when the rest is not wanted.
/// </summary>
public sealed class NetResponse : IAsyncDisposable
{
    private readonly Func<CancellationToken, Task<ReadOnlyMemory<byte>>> _read;
    private readonly Func<Task> _close;
    private bool _over;

    internal NetResponse(
        int status, IReadOnlyDictionary<string, string> headers, Func<CancellationToken, Task<ReadOnlyMemory<byte>>> read, Func<Task> close)
    {
        (Status, Headers, _read, _close) = (status, headers, read, close);
    }

    /// <summary>E.g. 200. Errors of the sink are answers as well and do not throw.</summary>
    public int Status { get; }

    /// <summary>Those that describe the content, names in lower case. Cookies are not among them.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; }

    /// <summary>The next bytes of the body, up to 256 KiB; none at its end.</summary>
    /// <exception cref="RoomCallException">The sink broke off, or sent nothing for 15 seconds.</exception>
    /// <exception cref="CapabilityDeniedException"><c>limit</c>: the body has more than 16 MiB.</exception>
    public async Task<ReadOnlyMemory<byte>> ReadAsync(CancellationToken cancellationToken = default)
    {
        if (_over)
            return default;
        var part = await _read(cancellationToken).ConfigureAwait(false);
        _over = part.IsEmpty;
        return part;
    }

    /// <summary>The whole body as UTF-8; what is not valid UTF-8 becomes U+FFFD.</summary>
    /// <param name="maxBytes">A body with more throws.</param>
    /// <exception cref="RoomCallException"><c>net.response</c>: the body has more than <paramref name="maxBytes"/>.</exception>
    public async Task<string> ReadTextAsync(int maxBytes = 1 << 20, CancellationToken cancellationToken = default)
    {
        using var body = new MemoryStream();
        while (await ReadAsync(cancellationToken).ConfigureAwait(false) is { IsEmpty: false } part)
        {
            if (body.Length + part.Length > maxBytes)
                throw new RoomCallException("net.response", $"The response has more than {maxBytes} bytes. Read it in parts, or allow more.");
            body.Write(part.Span);
        }

        return Encoding.UTF8.GetString(body.GetBuffer(), 0, (int)body.Length);
    }

    /// <summary>Closes the response; a second time does nothing.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_over)
            return;
        _over = true;
        await _close().ConfigureAwait(false);
    }
}
