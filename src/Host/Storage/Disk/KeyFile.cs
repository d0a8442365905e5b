using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace PluginRoom.Host.Storage.Disk;

/// <summary>
/// The keys of what outlives its room, in a file of their own that only the host's account may read. They are never in the database,
/// whose journal and free pages keep copies: here a key lies in one place and is overwritten there when its time is over. The first
/// 64 bytes hold the storage clock; each slot after them one key or zeros. Used by the storage's thread only.
/// </summary>
internal sealed class KeyFile : IDisposable
{
    private static readonly byte[] Free = new byte[KeySlot.Size];

    private readonly FileStream _file;
    private readonly int _maxSlots;
    private readonly Stack<int> _free = [];
    private int _slots;

    private KeyFile(FileStream file, int maxSlots) => (_file, _maxSlots) = (file, maxSlots);

    private static ReadOnlySpan<byte> Magic => "PRKEYS01"u8;

    private static ReadOnlySpan<byte> AnyForm => "PRKEYS"u8;

    /// <summary>The clock as it was saved last; null: never, or damaged.</summary>
    public (long Now, long Wall)? Clock { get; private set; }

    /// <summary>Keys in use.</summary>
    public int Count => _slots - _free.Count;

    /// <exception cref="InvalidDataException">The file is something else, and no key is in it.</exception>
    /// <exception cref="OtherVersionException">A later host wrote it.</exception>
    /// <exception cref="IOException">It cannot be opened, read or written.</exception>
    /// <exception cref="UnauthorizedAccessException">It cannot be opened.</exception>
    public static (KeyFile File, List<(int Slot, KeySlot Key)> Keys) Open(string path, int maxSlots)
    {
        var stream = PrivateFile.Open(path);
        try
        {
            var file = new KeyFile(stream, maxSlots);
            return (file, file.Load());
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <exception cref="StorageException">No slot is left.</exception>
    /// <exception cref="IOException">The disk does not take it.</exception>
    public int Store(KeySlot key)
    {
        if (_free.Count == 0 && _slots >= _maxSlots)
            throw new StorageException(StorageException.Full, "This host keeps as many values beyond their room's end as it can. Keep this one until the room ends.");
        var slot = _free.Count > 0 ? _free.Peek() : _slots;
        Span<byte> bytes = stackalloc byte[KeySlot.Size];
        key.Write(bytes);
        try
        {
            RandomAccess.Write(_file.SafeFileHandle, bytes, PositionOf(slot));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }

        if (_free.Count > 0)
            _free.Pop();
        else
            _slots++;
        return slot;
    }

    /// <summary>Overwrites keys where they lie, and returns when the disk says that it is done.</summary>
    /// <exception cref="IOException">The disk does not take it; all of them may still be there.</exception>
    public void Destroy(IReadOnlyCollection<int> slots)
    {
        if (slots.Count == 0)
            return;
        foreach (var slot in slots)
            RandomAccess.Write(_file.SafeFileHandle, Free, PositionOf(slot));
        RandomAccess.FlushToDisk(_file.SafeFileHandle);
        foreach (var slot in slots)
            _free.Push(slot);
    }

    /// <exception cref="IOException">The disk does not take it.</exception>
    public void SaveClock(long now, long wall)
    {
        Span<byte> header = stackalloc byte[KeySlot.Size];
        header.Clear();
        Magic.CopyTo(header);
        BinaryPrimitives.WriteInt64LittleEndian(header[8..], now);
        BinaryPrimitives.WriteInt64LittleEndian(header[16..], wall);
        KeySlot.Sign(header);
        RandomAccess.Write(_file.SafeFileHandle, header, 0);
        Clock = (now, wall);
    }

    public void Dispose() => _file.Dispose();

    private List<(int, KeySlot)> Load()
    {
        Span<byte> bytes = stackalloc byte[KeySlot.Size];
        var keys = new List<(int, KeySlot)>();
        if (!ReadAt(0, bytes))
            return _file.Length == 0 ? keys : throw new InvalidDataException("It is too short for a key file.");
        var isOurs = bytes.StartsWith(Magic);
        if (!isOurs && bytes.StartsWith(AnyForm) && KeySlot.IsWhole(bytes))
            throw new OtherVersionException("storage.keys", Encoding.ASCII.GetString(bytes[AnyForm.Length..Magic.Length]), Encoding.ASCII.GetString(Magic[AnyForm.Length..]));
        if (isOurs && KeySlot.IsWhole(bytes))
            Clock = (BinaryPrimitives.ReadInt64LittleEndian(bytes[8..]), BinaryPrimitives.ReadInt64LittleEndian(bytes[16..]));
        ReadSlots(bytes, keys, isOurs);
        return keys;
    }

    private void ReadSlots(Span<byte> bytes, List<(int, KeySlot)> keys, bool isOurs)
    {
        var torn = new List<int>();
        for (; ReadAt(PositionOf(_slots), bytes); _slots++)
        {
            if (KeySlot.Read(bytes) is { } key)
                keys.Add((_slots, key));
            else if (bytes.SequenceEqual(Free))
                _free.Push(_slots);
            else
                torn.Add(_slots);
        }

        CryptographicOperations.ZeroMemory(bytes);

        // Where only its begin is damaged it is a key file still: laid aside, its keys would outlive their time.
        if (!isOurs && keys.Count == 0)
            throw new InvalidDataException("It does not begin as a key file does.");
        Destroy(torn);
    }

    private bool ReadAt(long position, Span<byte> target) => RandomAccess.Read(_file.SafeFileHandle, target, position) == target.Length;

    private static long PositionOf(int slot) => (slot + 1L) * KeySlot.Size;
}
