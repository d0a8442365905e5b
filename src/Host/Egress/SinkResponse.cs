using System.IO.Compression;
using PluginRoom.Host.Broker;
using PluginRoom.Host.Egress.Requests;
using PluginRoom.Host.Telemetry;

namespace PluginRoom.Host.Egress;

/// <summary>What a sink answered. Its body is read piece by piece, as fast as the plugin takes it, and held nowhere.</summary>
internal sealed class SinkResponse : IAsyncDisposable
{
    private readonly HttpResponseMessage _message;
    private readonly SinkExchange _exchange;
    private Stream? _body;
    private long _read;

    public SinkResponse(HttpResponseMessage message, SinkExchange exchange, AuthorizedFlow flow)
    {
        (_message, _exchange, Flow) = (message, exchange, flow);
        Headers = HeaderRules.Of(message);
        exchange.WhenEnded(message.Dispose);

        // RFC 9112, section 6.3: nobody can tell where such a body ends.
        if (message.Content.Headers.NonValidated.TryGetValues("Content-Length", out var lengths) && (lengths.Count != 1 || message.Content.Headers.ContentLength is null))
            throw new EgressException(EgressProblem.Response, "The sink's response has no Content-Length that is one number.");
        if (message.Content.Headers.ContentLength is { } announced && announced > exchange.Limits.ResponseBytes)
            throw TooLarge();
    }

    /// <summary>The gate's proof for the request that this answers.</summary>
    public AuthorizedFlow Flow { get; }

    public int Status => (int)_message.StatusCode;

    /// <summary>Names in lower case.</summary>
    public IReadOnlyList<SinkHeader> Headers { get; }

    /// <summary>The next bytes of the body; 0 at its end.</summary>
    /// <exception cref="EgressException">The sink sends too much, too slowly, or not what it announced.</exception>
    /// <exception cref="OperationCanceledException">The request was closed.</exception>
    public async ValueTask<int> ReadAsync(Memory<byte> buffer)
    {
        var count = await _exchange.GuardAsync(
            async cancellation =>
            {
                _body ??= await _message.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
                return await UnpackAsync(_body, buffer, cancellation).ConfigureAwait(false);
            },
            _exchange.Limits.Silence).ConfigureAwait(false);
        _read += count;
        if (_read > _exchange.Limits.ResponseBytes)
            throw TooLarge();
        _exchange.Received.Spend(count);
        EgressMeter.Received(_exchange.Kind, count);
        return count;
    }

    public async ValueTask DisposeAsync()
    {
        _message.Dispose();
        if (_body is not null)
            await _body.DisposeAsync().ConfigureAwait(false);
        _exchange.Dispose();
    }

    // What is no Brotli comes as an exception that is otherwise a fault of one's own.
    private static async ValueTask<int> UnpackAsync(Stream body, Memory<byte> buffer, CancellationToken cancellation)
    {
        try
        {
            return await body.ReadAsync(buffer, cancellation).ConfigureAwait(false);
        }
        catch (InvalidOperationException broken) when (body is BrotliStream && broken is not ObjectDisposedException)
        {
            throw new InvalidDataException("The sink's response is not packed as it says.", broken);
        }
    }

    private EgressException TooLarge() =>
        new(EgressProblem.Limit, $"The sink answers with more than {_exchange.Limits.ResponseBytes} bytes, which is all that one response may have.");
}
