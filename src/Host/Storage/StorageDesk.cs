using PluginRoom.Host.Storage.Disk;
using PluginRoom.Host.Storage.Entries;

namespace PluginRoom.Host.Storage;

/// <summary>What every store of the host works with.</summary>
internal sealed record StorageDesk(StorageLimits Limits, StorageClock Clock, DiskQueue Queue, StorageDisk Disk)
{
    /// <summary>Completes when the keys are gone. A failure is in the operator's log already, and tried again with each sweep.</summary>
    public Task DestroyAsync(IReadOnlyCollection<StoredEntry> entries) => entries.Count == 0 ? Task.CompletedTask : Queue.Run(() =>
    {
        Disk.Destroy(entries);
        return true;
    });
}
