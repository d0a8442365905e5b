using System.Security.Cryptography;

namespace PluginRoom.Host.Storage.Disk;

/// <summary>A key for one value, AES-256. Pinned, so that the collector leaves no copies behind when it moves things, and wiped at the end.</summary>
internal sealed class EntryKey : IDisposable
{
    public const int Size = 32;

    private readonly byte[] _bytes = GC.AllocateArray<byte>(Size, pinned: true);

    private EntryKey()
    {
    }

    public ReadOnlySpan<byte> Bytes => IsDestroyed ? throw new ObjectDisposedException(nameof(EntryKey)) : _bytes;

    public bool IsDestroyed { get; private set; }

    public static EntryKey Create()
    {
        var key = new EntryKey();
        RandomNumberGenerator.Fill(key._bytes);
        return key;
    }

    public static EntryKey From(ReadOnlySpan<byte> bytes)
    {
        var key = new EntryKey();
        bytes.CopyTo(key._bytes);
        return key;
    }

    public void Dispose()
    {
        IsDestroyed = true;
        CryptographicOperations.ZeroMemory(_bytes);
    }
}
