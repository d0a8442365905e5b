using System.Net;
using PluginRoom.Host.Memory;

namespace PluginRoom.Host.Egress.Requests;

/// <summary>
/// A request's body. Written as copies that are overwritten as they leave (<see cref="WipingStream"/>); the original is still needed
/// should the sink redirect.
/// </summary>
internal sealed class WipedBody(ReadOnlyMemory<byte> body) : HttpContent
{
    private const int PartBytes = 32 << 10;

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        using var part = WipedMemory.Shared.Rent(Math.Min(PartBytes, body.Length));
        for (var rest = body; !rest.IsEmpty;)
        {
            var count = Math.Min(rest.Length, PartBytes);
            rest[..count].CopyTo(part.Memory);
            await stream.WriteAsync(part.Memory[..count], cancellationToken).ConfigureAwait(false);
            rest = rest[count..];
        }
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override bool TryComputeLength(out long length)
    {
        length = body.Length;
        return true;
    }
}
