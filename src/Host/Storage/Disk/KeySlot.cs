using System.Buffers.Binary;
using System.Security.Cryptography;

namespace PluginRoom.Host.Storage.Disk;

/// <summary>One key as it lies in the key file: 64 bytes, so that no slot lies across two sectors of a disk.</summary>
internal sealed record KeySlot(long Id, long WrittenAt, long ExpiresAt, EntryKey Key)
{
    public const int Size = 64;
    private const int CheckSize = 8;
    private const int Checked = Size - CheckSize;

    public void Write(Span<byte> target)
    {
        BinaryPrimitives.WriteInt64LittleEndian(target, Id);
        BinaryPrimitives.WriteInt64LittleEndian(target[8..], WrittenAt);
        BinaryPrimitives.WriteInt64LittleEndian(target[16..], ExpiresAt);
        Key.Bytes.CopyTo(target[24..]);
        Sign(target);
    }

    /// <summary>Null for a slot that is free or was written in half.</summary>
    public static KeySlot? Read(ReadOnlySpan<byte> source) => !IsWhole(source) ? null : new KeySlot(
        BinaryPrimitives.ReadInt64LittleEndian(source),
        BinaryPrimitives.ReadInt64LittleEndian(source[8..]),
        BinaryPrimitives.ReadInt64LittleEndian(source[16..]),
        EntryKey.From(source.Slice(24, EntryKey.Size)));

    /// <summary>Ends 64 bytes with a check over the rest.</summary>
    internal static void Sign(Span<byte> slot) => SHA256.HashData(slot[..Checked]).AsSpan(0, CheckSize).CopyTo(slot[Checked..]);

    internal static bool IsWhole(ReadOnlySpan<byte> slot) =>
        SHA256.HashData(slot[..Checked]).AsSpan(0, CheckSize).SequenceEqual(slot[Checked..]);
}
