using System.Security.Cryptography;
using System.Text;
using PluginRoom.Host.Storage.Disk;
using PluginRoom.Host.Storage.Entries;
using PluginRoom.Host.Vocabulary;

namespace PluginRoom.Host.Storage;

/// <summary>
/// What one plugin keeps in one room. What is there, whose it is and whether more fits is answered at once; whatever touches the disk
/// is a task, and tasks are done in the order in which they were asked for. It does not ask the gate: its caller does, with the labels
/// that it gives. Safe for any thread.
/// </summary>
public sealed class PluginStore
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly string _room;
    private readonly string _plugin;
    private readonly StorageDesk _desk;
    private readonly EntryIndex _index;
    private IReadOnlyList<StoredEntry> _inherited;

    internal PluginStore(string room, string plugin, StorageDesk desk, IReadOnlyList<StoredEntry> inherited)
    {
        (_room, _plugin, _desk, _inherited) = (room, plugin, desk, inherited);
        _index = new EntryIndex(desk.Limits);
    }

    /// <summary>Null: there is none, or its time is over.</summary>
    public StoredEntry? Find(StorageScope scope, string key) => _index.Find(scope, key, _desk.Clock.Now);

    /// <summary>Sorted by key, ordinal.</summary>
    public IReadOnlyList<StoredEntry> List(StorageScope scope, string prefix) => _index.List(scope, prefix, _desk.Clock.Now);

    /// <summary>Whose data what is <i>not</i> there may tell about. The label of every answer that is not one entry's value.</summary>
    public IReadOnlySet<StorageTag> Traces(StorageScope scope) => _index.Traces(scope);

    /// <summary>Keeps a value under this key, in the place of an earlier one. That one stays when this fails.</summary>
    /// <param name="value">Taken over, and wiped when the task has completed.</param>
    /// <param name="label">All that the writer has seen.</param>
    /// <exception cref="StorageException">Out of the task.</exception>
    public async Task WriteAsync(
        StorageScope scope, string key, byte[] value, IReadOnlySet<StorageTag> label, StorageRetention retention, string terms)
    {
        try
        {
            var entry = NewEntry(scope, key, value, label, retention, terms);
            _index.Begin(entry);
            await _desk.Queue.Run(() =>
            {
                Save(entry, value);
                return true;
            }).ConfigureAwait(false);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(value);
        }
    }

    /// <summary>Null: it was forgotten on the way.</summary>
    /// <exception cref="StorageException">Out of the task.</exception>
    public Task<byte[]?> ReadAsync(StoredEntry entry) =>
        _desk.Queue.Run(() => entry.IsForgotten ? null : _desk.Disk.Read(entry));

    /// <summary>From the return of this call on the value is given to nobody; when the task has completed its key is destroyed.</summary>
    public Task DeleteAsync(StorageScope scope, string key, IReadOnlySet<StorageTag> label) =>
        _index.Delete(scope, key, label) is { } entry ? _desk.DestroyAsync([entry]) : Task.CompletedTask;

    /// <summary>
    /// Deletes what carries this tag: its person took a permission back. Counted at once, and given to nobody from then on; the task
    /// completes when the keys are destroyed.
    /// </summary>
    public (int Count, Task Destroyed) Forget(SinkKind sink, StorageTag tag)
    {
        var entries = _index.Forget(sink, tag);
        return (entries.Count, _desk.DestroyAsync(entries));
    }

    /// <summary>How many values carry a tag of this person.</summary>
    public int CountOf(SubjectId subject) => _index.Count(entry => entry.Label.Any(tag => tag.Subject == subject));

    /// <summary>How many values carry one of these tags.</summary>
    public int CountOf(IReadOnlyCollection<StorageTag> tags) => _index.Count(entry => tags.Any(entry.Label.Contains));

    /// <summary>What a failing disk did not destroy is tried again.</summary>
    /// <exception cref="StorageException">Out of the task: it fails still.</exception>
    public Task DestroyAgainAsync() => _desk.DestroyAgainAsync();

    /// <summary>
    /// Takes over what an earlier room of this name left for this plugin, as far as <paramref name="mayKeep"/> says; the rest is deleted.
    /// Nothing of it can be found before.
    /// </summary>
    public void Inherit(Func<StoredEntry, bool> mayKeep)
    {
        var now = _desk.Clock.Now;
        var unwanted = new List<StoredEntry>();
        foreach (var entry in Interlocked.Exchange(ref _inherited, []).OrderBy(entry => entry.WrittenAt))
        {
            if (entry.ExpiresAt <= now || !mayKeep(entry))
                unwanted.Add(entry);
            else if (_index.Adopt(entry) is { } replaced)
                unwanted.Add(replaced);
        }

        _ = _desk.DestroyAsync(unwanted);
    }

    /// <summary>Deletes what is no longer wanted: the plugin was replaced by a version that declares other flows.</summary>
    public Task RetainAsync(Func<StoredEntry, bool> mayKeep) => _desk.DestroyAsync(_index.Retain(mayKeep));

    internal Task SweepAsync(long now) => _desk.DestroyAsync(_index.TakeExpired(now));

    /// <summary>Destroys what ends with the room, and gives what does not.</summary>
    internal (IReadOnlyList<StoredEntry> Lasting, Task Ended) Close()
    {
        var (ended, lasting) = _index.Close();
        return ([.. lasting, .. Interlocked.Exchange(ref _inherited, [])], _desk.DestroyAsync(ended));
    }

    /// <summary>The file is gone, and with it all that was written.</summary>
    internal IReadOnlyList<StoredEntry> TakeWritten() => [.. _index.TakeWritten(), .. Interlocked.Exchange(ref _inherited, [])];

    private void Save(StoredEntry entry, byte[] value)
    {
        try
        {
            var about = entry.OutlivesRoom
                ? new EntryAbout(_room, _plugin, entry.Key, entry.ValueBytes, entry.Terms, entry.Label)
                : null;
            _desk.Disk.Save(entry, about, value);
        }
        catch
        {
            _index.Abandon(entry);
            throw;
        }

        // The new value stands, whatever becomes of the old one's key; that one is tried again until it is gone.
        if (_index.Commit(entry) is { } gone)
            _desk.Disk.Destroy([gone]);
    }

    private StoredEntry NewEntry(
        StorageScope scope, string key, byte[] value, IReadOnlySet<StorageTag> label, StorageRetention retention, string terms)
    {
        var keyBytes = KeyBytes(key);
        if (value.Length > _desk.Limits.ValueBytes)
            throw new StorageException(StorageException.Value, $"The value has {value.Length} bytes; at most {_desk.Limits.ValueBytes} fit under one key. Split it.");
        var now = _desk.Clock.Now;
        var longest = retention.OutlivesRoom && retention.AtMost > _desk.Limits.LongestRetention ? _desk.Limits.LongestRetention : retention.AtMost;
        return new StoredEntry
        {
            Id = BitConverter.ToInt64(RandomNumberGenerator.GetBytes(sizeof(long))) & long.MaxValue,
            Scope = scope,
            Key = key,
            Label = label,
            Terms = terms,
            ValueBytes = value.Length,
            KeyBytes = keyBytes,
            WrittenAt = now,
            ExpiresAt = longest is { } time ? now + (long)time.TotalMilliseconds : long.MaxValue,
            // A person cannot be recognised in the next room, so what is kept for one would be kept for nobody.
            OutlivesRoom = retention.OutlivesRoom && scope.Person is null,
        };
    }

    private int KeyBytes(string key)
    {
        try
        {
            if (Strict.GetByteCount(key) is var count && count > 0 && count <= _desk.Limits.KeyBytes)
                return count;
        }
        catch (EncoderFallbackException)
        {
            // Half a surrogate pair: no text, and it would come back as another one.
        }

        throw new StorageException(StorageException.Key, $"A key is 1 to {_desk.Limits.KeyBytes} bytes of valid text in UTF-8.");
    }
}
