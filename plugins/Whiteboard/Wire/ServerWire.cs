using System.Buffers;
using System.Numerics;

namespace PluginRoom.Plugins.Whiteboard.Wire;

/// <summary>What a frame says to the server side.</summary>
internal abstract record FromFrame;

/// <summary>Send me the document.</summary>
internal sealed record Hello : FromFrame;

/// <summary>Keep this.</summary>
internal sealed record Update(byte[] Bytes) : FromFrame;

/// <summary>Everything up to <paramref name="Through"/>, in one update.</summary>
internal sealed record Snapshot(long Through, byte[] Bytes) : FromFrame;

/// <summary>Why a frame's message was dropped.</summary>
internal enum Refusal : byte
{
    Malformed = 1,
    TooLarge = 2,
    NotAskedFor = 3,
    TooOften = 4,
}

/// <summary>
/// What the frame and the server side say to each other (its twin: ui/src/sync/serverWire.ts; both are held to wire-examples.json).
/// A message is one type byte, then varints (LEB128) and bytes; an update is a Yjs update, version 1, that this side never reads.
/// <code>
/// frame to server
/// 0x01 hello                                 send me the document
/// 0x02 update    bytes                       keep this
/// 0x03 snapshot  varint through, bytes       everything up to `through`, in one update
/// server to frame
/// 0x41 document  varint through, (varint length, bytes)*    all that is kept
/// 0x42 compact   varint through, (varint length, bytes)*    what you may not have; then send a snapshot through `through`
/// 0x43 full      varint limit                               your update was refused: the board is as large as it can get
/// 0x44 refused   varint reason                              your message was dropped (1 malformed, 2 too large, 3 not asked for, 4 too often)
/// </code>
/// Larger than one message of the transport: see <see cref="PartAssembler"/>.
/// </summary>
internal static class ServerWire
{
    /// <exception cref="MalformedMessageException"/>
    public static FromFrame Read(ReadOnlySpan<byte> message)
    {
        var reader = new MessageReader(message);
        var type = reader.Byte();
        return type switch
        {
            0x01 => new Hello(),
            0x02 => new Update(NotEmpty(reader.Rest())),
            0x03 => new Snapshot(reader.Varint(), NotEmpty(reader.Rest())),
            _ => throw new MalformedMessageException($"There is no message type {type}."),
        };
    }

    public static byte[] Document(long through, IEnumerable<byte[]> updates) => WithUpdates(0x41, through, updates);

    public static byte[] Compact(long through, IEnumerable<byte[]> updates) => WithUpdates(0x42, through, updates);

    public static byte[] Full(long limit) => WithUpdates(0x43, limit, []);

    public static byte[] Refused(Refusal reason) => WithUpdates(0x44, (long)reason, []);

    /// <summary>Appends <paramref name="value"/> as LEB128.</summary>
    public static void WriteVarint(IBufferWriter<byte> writer, long value)
    {
        var length = Math.Max(1, (BitOperations.Log2((ulong)value) + 7) / 7);
        var span = writer.GetSpan(length);
        for (var i = 0; i < length; i++, value >>= 7)
            span[i] = (byte)((value & 0x7f) | (i < length - 1 ? 0x80L : 0));
        writer.Advance(length);
    }

    private static byte[] WithUpdates(byte type, long number, IEnumerable<byte[]> updates)
    {
        var writer = new ArrayBufferWriter<byte>();
        writer.Write([type]);
        WriteVarint(writer, number);
        foreach (var update in updates)
        {
            WriteVarint(writer, update.Length);
            writer.Write(update);
        }

        return writer.WrittenSpan.ToArray();
    }

    private static byte[] NotEmpty(byte[] bytes) =>
        bytes.Length > 0 ? bytes : throw new MalformedMessageException("An update is empty.");
}
