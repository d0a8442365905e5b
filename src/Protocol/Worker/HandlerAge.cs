using System.Buffers.Binary;

namespace PluginRoom.Protocol.Worker;

/// <summary>
/// The payload of <see cref="WorkerFrameType.Pong"/>: 8 little-endian bytes about the plugin's handler that runs now. The host ends a
/// plugin by it that hangs without meaning to; one that forges it gains nothing but its own hanging.
/// </summary>
/// <param name="Number">Handlers begun so far, this one included; wraps around.</param>
/// <param name="Milliseconds">Since it began; 0: none runs and none waits to.</param>
public readonly record struct HandlerAge(uint Number, uint Milliseconds)
{
    public const int Size = 8;

    public void Write(Span<byte> target)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(target, Number);
        BinaryPrimitives.WriteUInt32LittleEndian(target[4..], Milliseconds);
    }

    /// <summary>False when the payload has another length.</summary>
    public static bool TryRead(ReadOnlySpan<byte> source, out HandlerAge age)
    {
        age = source.Length == Size
            ? new(BinaryPrimitives.ReadUInt32LittleEndian(source), BinaryPrimitives.ReadUInt32LittleEndian(source[4..]))
            : default;
        return source.Length == Size;
    }
}
