using System.Threading.Channels;

namespace PluginRoom.Host.Plugins.Catalog;

/// <summary>Tells that something in a folder changed. Where the system cannot tell, the catalog's slow look has to do.</summary>
internal sealed class FolderWatch(string folder) : IDisposable
{
    private readonly Channel<bool> _signals = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private FileSystemWatcher? _watcher;

    /// <summary>Starts watching, or starts again after a failure. False: this folder cannot be watched now.</summary>
    public bool Ensure()
    {
        if (_watcher is not null)
            return true;
        try
        {
            var watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = true, InternalBufferSize = 64 * 1024 };
            watcher.Created += Signal;
            watcher.Changed += Signal;
            watcher.Deleted += Signal;
            watcher.Renamed += Signal;
            watcher.Error += Fail;
            watcher.EnableRaisingEvents = true;
            _watcher = watcher;
            return true;
        }
        catch (Exception e) when (e is IOException or ArgumentException or UnauthorizedAccessException)
        {
            return false;
        }
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

    public void Dispose() => _watcher?.Dispose();

    private void Signal(object sender, FileSystemEventArgs change) => _signals.Writer.TryWrite(true);

    // Too many changes at once, or the folder itself is gone: watch anew at the next look.
    private void Fail(object sender, ErrorEventArgs error)
    {
        Interlocked.Exchange(ref _watcher, null)?.Dispose();
        _signals.Writer.TryWrite(true);
    }
}
