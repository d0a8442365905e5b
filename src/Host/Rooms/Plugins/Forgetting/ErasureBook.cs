using PluginRoom.Host.Storage;
using PluginRoom.Host.Storage.Entries;

namespace PluginRoom.Host.Rooms.Plugins.Forgetting;

/// <summary>
/// The requests to erase that are not answered yet, kept as what plugins store is: sealed, each under a key of its own that is destroyed
/// with the answer, or when its time is over. A disk that fails is in the operator's log; the sink is asked all the same.
/// </summary>
internal sealed class ErasureBook(HostStorage storage)
{
    // No room and no plugin has such a name.
    private const string Room = "";
    private const string Keeper = "erasures";

    /// <summary>A sink that could not be reached for so long is not asked any more, and the person's pseudonym goes.</summary>
    private static readonly StorageRetention Week = new(EndsWithRoom: false, TimeSpan.FromDays(7));
    private static readonly IReadOnlySet<StorageTag> Nobody = new HashSet<StorageTag>();

    private readonly Lazy<PluginStore> _store = new(() =>
    {
        var store = storage.OpenRoom(Room).Of(Keeper);
        store.Inherit(static _ => true);
        return store;
    });

    /// <returns>Its name; null: the disk does not take it.</returns>
    public async Task<string?> AddAsync(ErasureNote note)
    {
        var name = Guid.NewGuid().ToString("N");
        try
        {
            await _store.Value.WriteAsync(StorageScope.Room, name, note.ToBytes(), Nobody, Week, string.Empty).ConfigureAwait(false);
            return name;
        }
        catch (StorageException)
        {
            return null;
        }
    }

    public async Task RemoveAsync(string name)
    {
        try
        {
            await _store.Value.DeleteAsync(StorageScope.Room, name, Nobody).ConfigureAwait(false);
        }
        catch (StorageException)
        {
            // The sweep tries again. Should the host end before that, the sink is asked once more than needed.
        }
    }

    /// <summary>What a run before this one left open.</summary>
    public async Task<IReadOnlyList<(string Name, ErasureNote Note)>> ReadAsync()
    {
        var notes = new List<(string, ErasureNote)>();
        foreach (var entry in _store.Value.List(StorageScope.Room, string.Empty))
        {
            try
            {
                if (await _store.Value.ReadAsync(entry).ConfigureAwait(false) is { } bytes)
                    notes.Add((entry.Key, ErasureNote.From(bytes)));
            }
            catch (StorageException)
            {
                // Damaged: nobody can tell any more who was to be asked.
                await RemoveAsync(entry.Key).ConfigureAwait(false);
            }
        }

        return notes;
    }
}
