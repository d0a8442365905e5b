using System.Text;
using PluginRoom.Host.Storage.Entries;
using PluginRoom.Host.Vocabulary;

namespace PluginRoom.Host.Storage.Disk;

/// <summary>
/// What has to be known of a value that outlives its room, and lies sealed beside it: even a key is something that a plugin wrote.
/// </summary>
internal sealed record EntryAbout(
    string Room, string Plugin, string Key, int ValueBytes, string Terms, IReadOnlySet<StorageTag> Label)
{
    private const byte Version = 1;

    public byte[] ToBytes()
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes, Encoding.UTF8);
        writer.Write(Version);
        writer.Write(Room);
        writer.Write(Plugin);
        writer.Write(Key);
        writer.Write(ValueBytes);
        writer.Write(Terms);
        writer.Write(Label.Count);
        Span<byte> subject = stackalloc byte[16];
        foreach (var tag in Label)
        {
            writer.Write(tag.Category.Name());
            tag.Subject.Value.TryWriteBytes(subject);
            writer.Write(subject);
        }

        writer.Flush();
        return bytes.ToArray();
    }

    public StoredEntry ToEntry(int slot, KeySlot key) => new()
    {
        Id = key.Id,
        Scope = StorageScope.Room,
        Key = Key,
        Label = Label,
        Terms = Terms,
        ValueBytes = ValueBytes,
        KeyBytes = Encoding.UTF8.GetByteCount(Key),
        WrittenAt = key.WrittenAt,
        ExpiresAt = key.ExpiresAt,
        OutlivesRoom = true,
        Secret = key.Key,
        Slot = slot,
    };

    /// <exception cref="InvalidDataException">A later version of the host wrote it.</exception>
    public static EntryAbout From(byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes, writable: false), Encoding.UTF8);
        if (reader.ReadByte() != Version)
            throw new InvalidDataException("It was written by a later version of the host.");
        var (room, plugin, key, size, terms) = (reader.ReadString(), reader.ReadString(), reader.ReadString(), reader.ReadInt32(), reader.ReadString());
        var label = new HashSet<StorageTag>();
        for (var count = reader.ReadInt32(); count > 0; count--)
        {
            // A category that is not known any more cannot be checked, so what carries it cannot be given out.
            var category = DataCategories.Parse(reader.ReadString()) ?? throw new InvalidDataException("It carries a category of data that this host does not know.");
            label.Add(new(category, new(new Guid(reader.ReadBytes(16)))));
        }

        return new(room, plugin, key, size, terms, label);
    }
}
