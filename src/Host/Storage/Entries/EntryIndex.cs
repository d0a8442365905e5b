using PluginRoom.Host.Vocabulary;

namespace PluginRoom.Host.Storage.Entries;

/// <summary>
/// What one plugin keeps in one room, by scope and key, held in memory so that labels and quotas are known without asking the disk.
/// Safe for any thread. Whatever it takes out it gives to its caller, who destroys it.
/// </summary>
internal sealed class EntryIndex(StorageLimits limits)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<StorageScope, Shelf> _shelves = [];
    private readonly HashSet<StoredEntry> _writing = [];
    private bool _closed;

    public StoredEntry? Find(StorageScope scope, string key, long now)
    {
        lock (_gate)
            return _shelves.TryGetValue(scope, out var shelf) && shelf.Entries.TryGetValue(key, out var entry) && entry.ExpiresAt > now ? entry : null;
    }

    /// <summary>Sorted by key, ordinal.</summary>
    public IReadOnlyList<StoredEntry> List(StorageScope scope, string prefix, long now)
    {
        lock (_gate)
            return !_shelves.TryGetValue(scope, out var shelf) ? [] :
            [
                .. shelf.Entries.Values
                    .Where(entry => entry.ExpiresAt > now && entry.Key.StartsWith(prefix, StringComparison.Ordinal))
                    .OrderBy(entry => entry.Key, StringComparer.Ordinal),
            ];
    }

    public int Count(Func<StoredEntry, bool> which)
    {
        lock (_gate)
            return _shelves.Values.Sum(shelf => shelf.Entries.Values.Count(which)) + _writing.Count(entry => !entry.IsForgotten && which(entry));
    }

    public IReadOnlySet<StorageTag> Traces(StorageScope scope)
    {
        lock (_gate)
            return _shelves.TryGetValue(scope, out var shelf) ? shelf.Traces.ToHashSet() : new HashSet<StorageTag>();
    }

    /// <summary>Room for an entry that is about to be written, so that it counts, and can be forgotten, before it is there.</summary>
    /// <exception cref="StorageException">It does not fit, or the plugin is no longer in the room.</exception>
    public void Begin(StoredEntry entry)
    {
        lock (_gate)
        {
            ThrowIfClosed();
            var shelf = ShelfOf(entry.Scope);
            var others = _shelves.Values.SelectMany(other => other.Entries.Values).Concat(_writing).ToList();
            if (shelf.Entries.TryGetValue(entry.Key, out var replaced))
                others.Remove(replaced);
            if (others.Count >= limits.Entries)
                throw new StorageException(StorageException.Full, $"This plugin keeps {others.Count} values in this room, and no more fit. Delete some first.");
            var bytes = others.Sum(other => other.Bytes);
            if (bytes + entry.Bytes > limits.Bytes)
                throw new StorageException(StorageException.Full, $"This plugin keeps {bytes} of {limits.Bytes} bytes in this room, so {entry.Bytes} more do not fit. Delete something first.");
            _writing.Add(entry);
            shelf.Traces.UnionWith(entry.Label);
        }
    }

    /// <summary>It is on the disk. Gives what it replaces, or itself when it was forgotten meanwhile.</summary>
    public StoredEntry? Commit(StoredEntry entry)
    {
        lock (_gate)
        {
            _writing.Remove(entry);
            if (entry.IsForgotten)
                return entry;
            var entries = ShelfOf(entry.Scope).Entries;
            entries.Remove(entry.Key, out var replaced);
            entries.Add(entry.Key, entry);
            return Forgotten(replaced);
        }
    }

    /// <summary>The disk did not take it.</summary>
    public void Abandon(StoredEntry entry)
    {
        lock (_gate)
            _writing.Remove(entry);
    }

    /// <param name="label">Of whoever deletes: that it is gone may say something about them.</param>
    public StoredEntry? Delete(StorageScope scope, string key, IEnumerable<StorageTag> label)
    {
        lock (_gate)
        {
            ThrowIfClosed();
            var shelf = ShelfOf(scope);
            shelf.Traces.UnionWith(label);
            shelf.Entries.Remove(key, out var entry);
            return Forgotten(entry);
        }
    }

    /// <summary>Takes out what carries this tag, in all scopes of the sink, and what is on its way there.</summary>
    public List<StoredEntry> Forget(SinkKind sink, StorageTag tag)
    {
        lock (_gate)
        {
            foreach (var (scope, shelf) in _shelves)
                if (scope.Sink == sink)
                    shelf.Traces.Remove(tag);
            return TakeOut(entry => entry.Scope.Sink == sink && entry.Label.Contains(tag));
        }
    }

    public List<StoredEntry> TakeExpired(long now)
    {
        lock (_gate)
            return TakeOut(entry => entry.ExpiresAt <= now);
    }

    /// <summary>Nothing more is taken. Gives what ends now, and what may outlive the room.</summary>
    public (List<StoredEntry> Ended, List<StoredEntry> Lasting) Close()
    {
        lock (_gate)
        {
            _closed = true;
            var lasting = _shelves.Values.SelectMany(shelf => shelf.Entries.Values).Where(entry => entry.OutlivesRoom).ToList();
            foreach (var entry in lasting)
                _shelves[entry.Scope].Entries.Remove(entry.Key);
            var ended = TakeOut(_ => true);
            _shelves.Clear();
            return (ended, lasting);
        }
    }

    /// <summary>The file is gone: all that was in it, but not what is still on its way.</summary>
    public List<StoredEntry> TakeWritten()
    {
        lock (_gate)
        {
            var written = _shelves.Values.SelectMany(shelf => shelf.Entries.Values).ToList();
            foreach (var shelf in _shelves.Values)
                shelf.Entries.Clear();
            return written;
        }
    }

    /// <summary>Takes over from an earlier room of the same name. Gives what a later one of the same key replaces.</summary>
    public StoredEntry? Adopt(StoredEntry entry)
    {
        lock (_gate)
        {
            var shelf = ShelfOf(entry.Scope);
            shelf.Traces.UnionWith(entry.Label);
            shelf.Entries.Remove(entry.Key, out var replaced);
            shelf.Entries.Add(entry.Key, entry);
            return Forgotten(replaced);
        }
    }

    /// <summary>Takes out all but what may stay. What the rest says is all that is known of what was there.</summary>
    public List<StoredEntry> Retain(Func<StoredEntry, bool> mayKeep)
    {
        lock (_gate)
        {
            var gone = TakeOut(entry => !mayKeep(entry));
            if (gone.Count > 0)
                foreach (var shelf in _shelves.Values)
                {
                    shelf.Traces.Clear();
                    shelf.Traces.UnionWith(shelf.Entries.Values.SelectMany(entry => entry.Label));
                }

            return gone;
        }
    }

    private List<StoredEntry> TakeOut(Predicate<StoredEntry> which)
    {
        var taken = new List<StoredEntry>();
        foreach (var shelf in _shelves.Values)
            foreach (var entry in shelf.Entries.Values.Where(entry => which(entry)).ToList())
            {
                shelf.Entries.Remove(entry.Key);
                taken.Add(Forgotten(entry)!);
            }

        // What is being written is destroyed by whoever writes it, once that is through. It counts as taken out all the same.
        foreach (var entry in _writing)
            if (!entry.IsForgotten && which(entry))
                taken.Add(Forgotten(entry)!);
        return taken;
    }

    private static StoredEntry? Forgotten(StoredEntry? entry)
    {
        if (entry is not null)
            entry.IsForgotten = true;
        return entry;
    }

    private Shelf ShelfOf(StorageScope scope)
    {
        if (!_shelves.TryGetValue(scope, out var shelf))
            _shelves.Add(scope, shelf = new Shelf());
        return shelf;
    }

    private void ThrowIfClosed()
    {
        if (_closed)
            throw new StorageException(StorageException.Gone, "The plugin is no longer in this room.");
    }
}
