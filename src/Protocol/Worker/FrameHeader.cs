using System.Buffers.Binary;

namespace PluginRoom.Protocol.Worker;

/// <summary>The 12 bytes before each payload; <see cref="WorkerFrameType"/> says how they lie.</summary>
public readonly record struct FrameHeader(WorkerFrameType Type, uint Id, int Length)
{
    public const int Size = 12;

    /// <summary>1 MiB. Whoever announces more has broken the protocol.</summary>
    public const int MaxPayload = 1 << 20;

    public void Write(Span<byte> target)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(target, (byte)Type);
        BinaryPrimitives.WriteUInt32LittleEndian(target[4..], Id);
        BinaryPrimitives.WriteUInt32LittleEndian(target[8..], (uint)Length);
    }

    /// <summary>False when the reserved bytes are not zero or the length is over <see cref="MaxPayload"/>; the type is not judged.</summary>
    public static bool TryRead(ReadOnlySpan<byte> source, out FrameHeader header)
    {
        var first = BinaryPrimitives.ReadUInt32LittleEndian(source);
        var length = BinaryPrimitives.ReadUInt32LittleEndian(source[8..]);
        header = new((WorkerFrameType)(byte)first, BinaryPrimitives.ReadUInt32LittleEndian(source[4..]), (int)Math.Min(length, int.MaxValue));
        return first <= byte.MaxValue && length <= MaxPayload;
    }
}
