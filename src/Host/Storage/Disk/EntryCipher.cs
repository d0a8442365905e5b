using System.Buffers.Binary;
using System.Security.Cryptography;

namespace PluginRoom.Host.Storage.Disk;

/// <summary>
/// AES-256-GCM (NIST SP 800-38D). A key seals at most two things, once each: a value and what is to be known about it. So each has a
/// fixed nonce, which no key ever meets twice. The row's number is authenticated: a row that was exchanged for another does not open.
/// </summary>
internal static class EntryCipher
{
    private const int TagSize = 16;
    private static readonly byte[] ValueNonce = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1];
    private static readonly byte[] AboutNonce = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2];

    public static byte[] SealValue(EntryKey key, long id, ReadOnlySpan<byte> value) => Seal(key, ValueNonce, id, value);

    /// <exception cref="CryptographicException">It is not what was sealed.</exception>
    public static byte[] OpenValue(EntryKey key, long id, ReadOnlySpan<byte> sealedValue) => Open(key, ValueNonce, id, sealedValue);

    public static byte[] SealAbout(EntryKey key, long id, ReadOnlySpan<byte> about) => Seal(key, AboutNonce, id, about);

    /// <exception cref="CryptographicException">It is not what was sealed.</exception>
    public static byte[] OpenAbout(EntryKey key, long id, ReadOnlySpan<byte> sealedAbout) => Open(key, AboutNonce, id, sealedAbout);

    private static byte[] Seal(EntryKey key, byte[] nonce, long id, ReadOnlySpan<byte> plain)
    {
        var result = new byte[plain.Length + TagSize];
        Span<byte> row = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(row, id);
        using var aes = new AesGcm(key.Bytes, TagSize);
        aes.Encrypt(nonce, plain, result.AsSpan(0, plain.Length), result.AsSpan(plain.Length), row);
        return result;
    }

    private static byte[] Open(EntryKey key, byte[] nonce, long id, ReadOnlySpan<byte> box)
    {
        if (box.Length < TagSize)
            throw new CryptographicException("Shorter than anything that was ever sealed.");
        // Pinned, so that whoever overwrites it has overwritten all that there is of it.
        var plain = GC.AllocateUninitializedArray<byte>(box.Length - TagSize, pinned: true);
        Span<byte> row = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(row, id);
        using var aes = new AesGcm(key.Bytes, TagSize);
        aes.Decrypt(nonce, box[..plain.Length], box[plain.Length..], plain, row);
        return plain;
    }
}
