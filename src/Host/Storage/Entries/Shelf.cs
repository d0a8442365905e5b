namespace PluginRoom.Host.Storage.Entries;

/// <summary>The entries of one scope, and whose data have ever had a hand in which of them are there.</summary>
internal sealed class Shelf
{
    public Dictionary<string, StoredEntry> Entries { get; } = new(StringComparer.Ordinal);

    /// <summary>
    /// Grows with each write and each deletion. That a key is absent says something too: a worker that knows a secret could delete
    /// or not, and a fresh one could look. So who lists, or finds nothing, is given this label.
    /// </summary>
    public HashSet<StorageTag> Traces { get; } = [];
}
