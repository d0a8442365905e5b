using System.Buffers;
using System.Text.Json.Serialization;
using PluginRoom.Host.Memory;
using PluginRoom.Protocol.Client;

namespace PluginRoom.Host.Signaling;

/// <summary>A <see cref="RelayRequest"/> on its way in or a <see cref="Relayed"/> on its way out: the envelope parsed, the content as it came.</summary>
[JsonConverter(typeof(SealedMessageConverter))]
public sealed class SealedMessage : IDisposable
{
    private SealedContent? _content;

    internal SealedMessage(HubError problem) => (Problem, Participant) = (problem, "");

    internal SealedMessage(string participant, SealedKind kind, SealedContent content)
    {
        (Participant, Kind, _content, Length) = (participant, kind, content, content.Length);
    }

    /// <summary>Why it cannot be relayed; null when it can.</summary>
    public HubError? Problem { get; }

    /// <summary>The addressee on the way in, the sender on the way out.</summary>
    public string Participant { get; }

    public SealedKind Kind { get; }

    public int Length { get; }

    internal ReadOnlySpan<byte> Sealed => _content is { } content ? content.Bytes : default;

    /// <summary>What the addressee gets. The content moves there: disposing this one does nothing then.</summary>
    public SealedMessage Forward(string from) => new(from, Kind, Interlocked.Exchange(ref _content, null)!);

    public void Dispose() => Interlocked.Exchange(ref _content, null)?.Dispose();

    // SignalR's trace log writes arguments by their ToString.
    public override string ToString() => nameof(SealedMessage);
}

public enum SealedKind
{
    Description,
    Candidate,
}

/// <summary>
/// Sealed bytes in a buffer of their own, which is wiped as soon as they are sent. They never become a string: nobody can wipe one.
/// </summary>
internal sealed class SealedContent(int length) : IDisposable
{
    private readonly IMemoryOwner<byte> _owner = WipedMemory.Shared.Rent(length);

    public int Length => length;

    public Span<byte> Writable => _owner.Memory.Span[..length];

    public ReadOnlySpan<byte> Bytes => Writable;

    public void Dispose() => _owner.Dispose();
}
