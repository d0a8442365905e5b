using System.Threading.Channels;

namespace PluginRoom.Host.Plugins.Catalog;

/// <summary>Tells that something in one of the folders changed. Where the system cannot tell, the catalog's slow look has to do.</summary>
internal sealed class FolderWatch(params string[] folders) : IDisposable
{
    private readonly Channel<bool> _signals = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly FileSystemWatcher?[] _watchers = new FileSystemWatcher?[folders.Length];

    /// <summary>Starts watching, or starts again after a failure. False: one of them cannot be watched now.</summary>
    public bool Ensure()
    {
        var all = true;
        for (var index = 0; index < folders.Length; index++)
            all &= (_watchers[index] ??= TryWatch(index)) is not null;
        return all;
    }

    /// <summary>Until a change or until the time is over.</summary>
    public async Task WaitAsync(TimeSpan most, TimeProvider time, CancellationToken stop)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop);
        await Task.WhenAny(_signals.Reader.WaitToReadAsync(either.Token).AsTask(), Task.Delay(most, time, either.Token));
        await either.CancelAsync();
        _signals.Reader.TryRead(out _);
        stop.ThrowIfCancellationRequested();
    }

    public void Dispose()
    {
        foreach (var watcher in _watchers)
            watcher?.Dispose();
    }

    private FileSystemWatcher? TryWatch(int index)
    {
        try
        {
            var watcher = new FileSystemWatcher(folders[index]) { IncludeSubdirectories = true, InternalBufferSize = 64 * 1024 };
            watcher.Created += Signal;
            watcher.Changed += Signal;
            watcher.Deleted += Signal;
            watcher.Renamed += Signal;
            watcher.Error += (_, _) => Fail(index);
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch (Exception e) when (e is IOException or ArgumentException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private void Signal(object sender, FileSystemEventArgs change) => _signals.Writer.TryWrite(true);

    // Too many changes at once, or the folder itself is gone: watch anew at the next look.
    private void Fail(int index)
    {
        Interlocked.Exchange(ref _watchers[index], null)?.Dispose();
        _signals.Writer.TryWrite(true);
    }
}
