using PluginRoom.Host.Storage.Disk;

namespace PluginRoom.Host.Storage.Entries;

/// <summary>
/// What the host remembers of one stored value: everything but the value itself, which lies in the file, sealed by a key that
/// belongs to this one value. Whoever destroys the key has destroyed the value, wherever copies of it lie.
/// </summary>
public sealed class StoredEntry
{
    /// <summary>Never given twice, so that a row that could not be deleted is never taken for another.</summary>
    public required long Id { get; init; }

    public required StorageScope Scope { get; init; }

    public required string Key { get; init; }

    /// <summary>Whose data it may hold: the writer's label at the moment of writing.</summary>
    public required IReadOnlySet<StorageTag> Label { get; init; }

    /// <summary>
    /// Fingerprint of the flows that people had allowed when it was written. Asked only of what outlived its room: a plugin that
    /// declares other flows by then has nobody's consent for it.
    /// </summary>
    public required string Terms { get; init; }

    public required int ValueBytes { get; init; }

    public required long WrittenAt { get; init; }

    /// <summary>In the storage clock's milliseconds; <see cref="long.MaxValue"/>: with its room.</summary>
    public required long ExpiresAt { get; init; }

    public required bool OutlivesRoom { get; init; }

    internal EntryKey? Secret { get; set; }

    /// <summary>Its place in the key file, or null: its key is in memory alone.</summary>
    internal int? Slot { get; set; }

    /// <summary>Set before the key is destroyed, so that a call on its way does not bring it back.</summary>
    internal bool IsForgotten { get; set; }

    public required int KeyBytes { get; init; }

    public long Bytes => ValueBytes + KeyBytes;
}
