using System.Security.Cryptography;
using PluginRoom.Host.Storage.Entries;
using PluginRoom.Host.Telemetry;

namespace PluginRoom.Host.Storage.Disk;

/// <summary>A value that was found after a start, and whose it was.</summary>
internal sealed record FoundEntry(string Room, string Plugin, StoredEntry Entry);

/// <summary>Sealed rows and their keys, held together: a value is there when both are. Used by the storage's thread only.</summary>
internal sealed partial class StorageDisk(string folder, StorageLimits limits, StorageClock clock, ILogger log) : IDisposable
{
    private readonly EntryFile _file = new(Path.Combine(folder, "storage.db"), limits.FilePages);
    private readonly HashSet<long> _rowsToDelete = [];
    private readonly KeyRing _keys = new(folder, limits.LastingEntries, clock, log);
    private long _nextFaultLog;

    /// <summary>Raised when the file was begun anew: no row that was written before is there any more.</summary>
    public event Action? Lost;

    /// <summary>Seals and writes. When it throws, nothing of it is left.</summary>
    /// <exception cref="StorageException">The disk does not take it.</exception>
    public void Save(StoredEntry entry, EntryAbout? about, ReadOnlySpan<byte> value)
    {
        if (entry.IsForgotten)
            return;
        entry.Secret = EntryKey.Create();
        try
        {
            var sealedAbout = about is null ? null : EntryCipher.SealAbout(entry.Secret, entry.Id, about.ToBytes());
            var sealedValue = EntryCipher.SealValue(entry.Secret, entry.Id, value);
            if (about is not null)
                entry.Slot = Try(() => _keys.Store(new(entry.Id, entry.WrittenAt, entry.ExpiresAt, entry.Secret)));
            Try(() => _file.Insert(entry.Id, sealedAbout, sealedValue));
        }
        catch
        {
            Forget(entry);
            DestroyKeys();
            throw;
        }
    }

    /// <exception cref="StorageException">The disk does not give it, or it is not what was written.</exception>
    public byte[] Read(StoredEntry entry)
    {
        var box = Try(() => _file.Value(entry.Id));
        try
        {
            if (box is not null && entry.Secret is { IsDestroyed: false } key)
                return EntryCipher.OpenValue(key, entry.Id, box);
        }
        catch (CryptographicException)
        {
            LogDamagedValue();
        }

        throw new StorageException(StorageException.Damaged, "This value was damaged on the host's disk and cannot be read any more. Delete it or write it anew.");
    }

    /// <summary>
    /// Destroys the keys: from then on no copy of the rows can be read. Rows that the disk keeps for now are deleted later. False: a key may
    /// still lie on the disk; it is in the log, and tried again with each sweep.
    /// </summary>
    public bool Destroy(IReadOnlyCollection<StoredEntry> entries)
    {
        foreach (var entry in entries)
        {
            Forget(entry);
            _rowsToDelete.Add(entry.Id);
        }

        var destroyed = DestroyKeys();
        DeleteRows();
        return destroyed;
    }

    /// <summary>After a start: what has outlived its room and the host's run. Everything else that lies there is deleted.</summary>
    public IReadOnlyList<FoundEntry> Recover()
    {
        var keys = _keys.Exists ? Try(_keys.Open) : [];
        if (keys.Count == 0)
        {
            // Keys that were in memory alone are gone with the run before, so not a byte of it can be read.
            Try(_file.DeleteFile);
            return [];
        }

        try
        {
            return Match(keys, Try(_file.Recover));
        }
        catch
        {
            // Their rows cannot be read now, perhaps after the next start.
            foreach (var (slot, key) in keys)
                Strand(slot, key);
            throw;
        }
    }

    /// <summary>What was put off, and the clock. Called again and again.</summary>
    public void Sweep()
    {
        Try(_keys.Sweep);
        DeleteRows();
        Try(_file.Tidy);
    }

    /// <summary>Writes a page beside the files, and takes it away again.</summary>
    /// <exception cref="StorageException">The disk does not take it.</exception>
    public void TryWrite() => Try(() =>
    {
        using var file = new FileStream(
            Path.Combine(folder, $".probe-{Environment.ProcessId}"), FileMode.Create, FileAccess.Write, FileShare.None, 0, FileOptions.DeleteOnClose | FileOptions.WriteThrough);
        file.Write(new byte[4096]);
    });

    public void Dispose()
    {
        _file.Dispose();
        _keys.Dispose();
    }

    private void Forget(StoredEntry entry)
    {
        entry.Secret?.Dispose();
        if (entry.Slot is { } slot)
            _keys.ToDestroy(slot);
        entry.Slot = null;
    }

    private bool DestroyKeys()
    {
        try
        {
            Try(_keys.Destroy);
            return true;
        }
        catch (StorageException)
        {
            // Logged by Try, and not forgotten by the ring.
            return false;
        }
    }

    private void DeleteRows()
    {
        if (_rowsToDelete.Count == 0)
            return;
        try
        {
            Try(() => _file.Delete(_rowsToDelete));
            _rowsToDelete.Clear();
        }
        catch (StorageException)
        {
            // Logged by Try. Without their keys these rows say nothing, so nobody has to hear of it.
        }
    }

    private void Strand(int slot, KeySlot key)
    {
        _keys.Strand(slot, key.ExpiresAt);
        key.Key.Dispose();
    }

    private List<FoundEntry> Match(List<(int Slot, KeySlot Key)> keys, IReadOnlyList<(long Id, byte[] About)> rows)
    {
        var found = new List<FoundEntry>();
        var byId = keys.ToDictionary(key => key.Key.Id);
        foreach (var (id, about) in rows)
        {
            if (byId.Remove(id, out var key) && Open(key.Slot, key.Key, about) is { } entry)
                found.Add(entry);
            else
                _rowsToDelete.Add(id);
        }

        foreach (var (slot, key) in byId.Values)
            Strand(slot, key);
        DeleteRows();
        return found;
    }

    private FoundEntry? Open(int slot, KeySlot key, byte[] about)
    {
        try
        {
            var known = EntryAbout.From(EntryCipher.OpenAbout(key.Key, key.Id, about));
            return new(known.Room, known.Plugin, known.ToEntry(slot, key));
        }
        catch (Exception damaged) when (damaged is CryptographicException or InvalidDataException)
        {
            LogDamagedValue();
            Strand(slot, key);
            return null;
        }
    }

    private void Try(Action work) => Try(() =>
    {
        work();
        return 0;
    });

    /// <summary>Every touch of the disk: turns its failures into words for the plugin and a line for the operator.</summary>
    private T Try<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (DamagedFileException damaged)
        {
            BeginAnew(damaged);
            throw StorageMeter.Count(DiskFault.From(damaged));
        }
        catch (StorageException failure) when (failure.InnerException is not null)
        {
            LogFault(failure.InnerException);
            StorageMeter.Count(failure);
            throw;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            LogFault(failure);
            throw StorageMeter.Count(DiskFault.From(failure));
        }
    }

    private void BeginAnew(DamagedFileException damaged)
    {
        try
        {
            LogAside(_file.MoveAside($"damaged-{clock.Wall}"), damaged.Message);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            LogFault(failure);
        }

        _rowsToDelete.Clear();
        Lost?.Invoke();
    }

    /// <summary>Its row is in a file that was moved aside.</summary>
    public void Strand(StoredEntry entry)
    {
        if (entry.Slot is { } slot)
            _keys.Strand(slot, entry.ExpiresAt);
        entry.Slot = null;
        entry.Secret?.Dispose();
    }

    /// <summary>The same where people are who may yet take something back: then nobody could find these any more.</summary>
    public void Lose(IReadOnlyCollection<StoredEntry> entries)
    {
        foreach (var entry in entries)
            Forget(entry);
        DestroyKeys();
    }

    // A disk that is full fails each call; the log must not help to fill it.
    private void LogFault(Exception failure)
    {
        if (clock.Now < _nextFaultLog)
            return;
        _nextFaultLog = clock.Now + 60_000;
        LogUnavailable(folder, failure.Message);
    }

    [LoggerMessage(3002, LogLevel.Error, "Plugins' storage in {Folder} fails, and plugins are told so: {Reason} Look after the disk; nothing has to be restarted.", EventName = "StorageFails")]
    private partial void LogUnavailable(string folder, string reason);

    [LoggerMessage(3003, LogLevel.Error, "Plugins' storage was damaged. {Reason} The file was moved to {Aside} and a new one was begun; what plugins had stored is lost to them. Delete the old one when you do not need it for looking into the cause.", EventName = "StorageDamaged")]
    private partial void LogAside(string aside, string reason);

    [LoggerMessage(3004, LogLevel.Error, "A stored value was damaged on the disk; its plugin is told when it reads it.", EventName = "StoredValueDamaged")]
    private partial void LogDamagedValue();
}
