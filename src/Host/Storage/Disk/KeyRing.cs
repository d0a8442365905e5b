namespace PluginRoom.Host.Storage.Disk;

/// <summary>
/// The keys that are on the disk, and what is still to be done to them. What it is asked to destroy it remembers until the disk has done
/// it. Its calls throw what the disk throws: <see cref="IOException"/> and <see cref="UnauthorizedAccessException"/>.
/// </summary>
internal sealed partial class KeyRing(string folder, int maxKeys, StorageClock clock, ILogger log) : IDisposable
{
    private readonly string _path = Path.Combine(folder, "storage.keys");
    private readonly HashSet<int> _toDestroy = [];
    private readonly Dictionary<int, long> _stranded = [];
    private KeyFile? _file;

    /// <summary>Also where something else stands in its place: that is an error, and not a file that was never made.</summary>
    public bool Exists => Path.Exists(_path);

    /// <exception cref="StorageException">The host keeps as many as it can.</exception>
    public int Store(KeySlot key) => Opened().Store(key);

    public void ToDestroy(int slot) => _toDestroy.Add(slot);

    /// <summary>Overwrites what is to be destroyed. When it throws, the next call tries again.</summary>
    public void Destroy()
    {
        if (_toDestroy.Count == 0)
            return;
        Opened().Destroy(_toDestroy);
        _toDestroy.Clear();
    }

    /// <summary>A key whose row cannot be reached: kept until its own time is over, for an operator who repairs a damaged file.</summary>
    public void Strand(int slot, long expiresAt) => _stranded[slot] = expiresAt;

    /// <summary>Ends the stranded ones whose time is over, and saves the clock.</summary>
    public void Sweep()
    {
        var now = clock.Now;
        foreach (var (slot, _) in _stranded.Where(key => key.Value <= now).ToList())
        {
            _stranded.Remove(slot);
            _toDestroy.Add(slot);
        }

        Destroy();
        if (_file is { Count: > 0 })
            _file.SaveClock(now, clock.Wall);
    }

    /// <summary>After a start: the keys whose time is not over. Those whose is, are destroyed.</summary>
    public List<(int Slot, KeySlot Key)> Open()
    {
        var keys = OpenFile();
        var trusted = keys.Count == 0 || (_file!.Clock is { } saved && clock.GoOnFrom(saved.Now, saved.Wall));
        if (!trusted)
            LogClockBehind(keys.Count);
        foreach (var (_, key) in keys)
            clock.NotBefore(key.WrittenAt);
        var now = clock.Now;
        foreach (var (slot, key) in keys.Where(found => !trusted || found.Key.ExpiresAt <= now))
        {
            key.Key.Dispose();
            _toDestroy.Add(slot);
        }

        keys.RemoveAll(found => found.Key.Key.IsDestroyed);
        Destroy();
        _file!.SaveClock(now, clock.Wall);
        return keys;
    }

    public void Dispose() => _file?.Dispose();

    // The disk may refuse the file when the host starts and give it later: what lies in it then belongs to nobody who could be found.
    private KeyFile Opened()
    {
        if (_file is null)
            foreach (var (slot, key) in Open())
            {
                Strand(slot, key.ExpiresAt);
                key.Key.Dispose();
            }

        return _file!;
    }

    private List<(int Slot, KeySlot Key)> OpenFile()
    {
        List<(int Slot, KeySlot Key)> keys;
        try
        {
            (_file, keys) = KeyFile.Open(_path, maxKeys);
        }
        catch (InvalidDataException)
        {
            var aside = $"{_path}.damaged-{clock.Wall}";
            File.Move(_path, aside);
            LogAside(aside);
            (_file, keys) = KeyFile.Open(_path, maxKeys);
        }

        return keys;
    }

    [LoggerMessage(3005, LogLevel.Error, "The file of storage keys was none. It was moved to {Aside}; what plugins kept beyond their rooms' ends is lost.", EventName = "StorageKeysDamaged")]
    private partial void LogAside(string aside);

    [LoggerMessage(3006, LogLevel.Warning, "The system's clock is behind what it was when this host ran last, or what storage.keys says of it is damaged. So nobody can tell how old stored values are: {Count} that had a time to end were ended now.", EventName = "StorageClockBehind")]
    private partial void LogClockBehind(int count);
}
