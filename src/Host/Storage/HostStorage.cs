using PluginRoom.Host.Settings;
using PluginRoom.Host.Storage.Disk;
using PluginRoom.Host.Storage.Entries;

namespace PluginRoom.Host.Storage;

/// <summary>
/// All that plugins keep on this host: one file, one thread that touches it, and the sweep that ends what has a time to end. A host
/// that nobody stores anything on has no file.
/// </summary>
public sealed partial class HostStorage : IHostedService, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly Lock _gate = new();
    private readonly Dictionary<(string Room, string Plugin), List<StoredEntry>> _left = [];
    private readonly HashSet<PluginStore> _open = [];
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly StorageDesk _desk;
    private ITimer? _sweeper;
    private bool _stopped;

    public HostStorage(HostSettings settings, TimeProvider time, ILogger<HostStorage> log)
        : this(settings.DataFolder, settings.StorageLimits, time, log)
    {
    }

    internal HostStorage(string folder, StorageLimits limits, TimeProvider time, ILogger log)
    {
        (_time, _log) = (time, log);
        var clock = new StorageClock(time);
        _desk = new StorageDesk(limits, clock, new DiskQueue(), new StorageDisk(folder, limits, clock, log));
        _desk.Disk.Lost += ForgetWritten;
    }

    internal StorageDesk Desk => _desk;

    /// <summary>A host that cannot read what it kept starts all the same: rooms need none of it.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await _desk.Queue.Run(Recover).ConfigureAwait(false);
        _sweeper = _time.CreateTimer(_ => _ = SweepAsync(), null, _desk.Limits.SweepEvery, _desk.Limits.SweepEvery);
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Stop();
        return Task.CompletedTask;
    }

    public void Dispose() => Stop();

    /// <summary>For a room that opens now.</summary>
    public RoomStore OpenRoom(string room) => new(this, room);

    /// <summary>Behind all that was asked before: does the disk take a page?</summary>
    /// <exception cref="StorageException">Out of the task: it does not.</exception>
    internal Task TryDiskAsync() => _desk.Queue.Run(() =>
    {
        _desk.Disk.TryWrite();
        return true;
    });

    /// <summary>Ends what has a time to end. The timer calls it; a test can.</summary>
    internal Task SweepAsync()
    {
        var now = _desk.Clock.Now;
        var over = new List<StoredEntry>();
        List<PluginStore> open;
        lock (_gate)
        {
            open = [.. _open];
            foreach (var (name, entries) in _left.ToList())
            {
                over.AddRange(entries.Where(entry => entry.ExpiresAt <= now));
                if (entries.RemoveAll(entry => entry.ExpiresAt <= now) > 0 && entries.Count == 0)
                    _left.Remove(name);
            }
        }

        var ending = open.Select(store => store.SweepAsync(now)).Append(_desk.DestroyAsync(over)).ToList();
        return Task.WhenAll([.. ending, _desk.Queue.Run(SweepDisk)]);
    }

    internal PluginStore Open(string room, string plugin)
    {
        lock (_gate)
        {
            _left.Remove((room, plugin), out var inherited);
            var store = new PluginStore(room, plugin, _desk, inherited ?? []);
            _open.Add(store);
            return store;
        }
    }

    internal Task CloseAsync(string room, string plugin, PluginStore store, bool keepLasting)
    {
        var (lasting, ended) = store.Close();
        lock (_gate)
        {
            _open.Remove(store);
            if (keepLasting && lasting.Count > 0)
            {
                if (!_left.TryGetValue((room, plugin), out var left))
                    _left.Add((room, plugin), left = []);
                left.AddRange(lasting);
            }
        }

        return keepLasting ? ended : Task.WhenAll(ended, _desk.DestroyAsync(lasting));
    }

    private bool Recover()
    {
        try
        {
            foreach (var found in _desk.Disk.Recover())
            {
                lock (_gate)
                {
                    if (!_left.TryGetValue((found.Room, found.Plugin), out var left))
                        _left.Add((found.Room, found.Plugin), left = []);
                    left.Add(found.Entry);
                }
            }

            return true;
        }
        catch (StorageException)
        {
            // The operator's log has it; what cannot be read now is not given to anybody.
            return false;
        }
    }

    private bool SweepDisk()
    {
        try
        {
            _desk.Disk.Sweep();
            return true;
        }
        catch (StorageException)
        {
            // In the log, and the next sweep tries again.
            return false;
        }
    }

    // On the storage's thread, by a call that found the file damaged.
    private void ForgetWritten()
    {
        List<StoredEntry> left, ofRooms;
        lock (_gate)
        {
            left = [.. _left.Values.SelectMany(entries => entries)];
            _left.Clear();
            ofRooms = [.. _open.SelectMany(store => store.TakeWritten())];
        }

        foreach (var entry in left)
            _desk.Disk.Strand(entry);
        _desk.Disk.Lose(ofRooms);
    }

    private void Stop()
    {
        lock (_gate)
        {
            if (_stopped)
                return;
            _stopped = true;
        }

        _sweeper?.Dispose();
        _ = _desk.Queue.Run(SweepDisk);
        if (_desk.Queue.Stop(Patience))
            _desk.Disk.Dispose();
        else
            LogSlowDisk();
    }

    [LoggerMessage(3001, LogLevel.Warning, "The disk was not done with what plugins store when the host had to stop.", EventName = "StorageStoppedEarly")]
    private partial void LogSlowDisk();
}
