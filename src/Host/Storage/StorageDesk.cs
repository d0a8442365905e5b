using PluginRoom.Host.Storage.Disk;
using PluginRoom.Host.Storage.Entries;

namespace PluginRoom.Host.Storage;

/// <summary>What every store of the host works with.</summary>
internal sealed record StorageDesk(StorageLimits Limits, StorageClock Clock, DiskQueue Queue, StorageDisk Disk)
{
    /// <summary>Completes when the keys are gone.</summary>
    /// <exception cref="StorageException">
    /// One may still lie on the disk. That is in the operator's log, and tried again with each sweep; the value is given to nobody.
    /// </exception>
    public Task DestroyAsync(IReadOnlyCollection<StoredEntry> entries) => entries.Count == 0 ? Task.CompletedTask : Destroy(entries);

    /// <summary>What could not be destroyed before.</summary>
    public Task DestroyAgainAsync() => Destroy([]);

    private Task<bool> Destroy(IReadOnlyCollection<StoredEntry> entries) => Queue.Run(() =>
    {
        if (!Disk.Destroy(entries))
            throw new StorageException(StorageException.Unavailable, "It was deleted, but the host's disk may still hold its key. The host tries again until it does not.");
        return true;
    });
}
