using System.Collections.Immutable;
using PluginRoom.Host.Settings;
using PluginRoom.Host.Trust;
using PluginRoom.Host.Workers;

namespace PluginRoom.Host.Plugins.Catalog;

/// <summary>The plugins of this host, kept in step with the plugins folder.</summary>
public sealed partial class PluginCatalog(HostSettings settings, TimeProvider time, ILogger<PluginCatalog> log) : BackgroundService
{
    // Nobody copies faster than this, and a look costs a listing of every folder.
    private static readonly TimeSpan LeastPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan SlowLook = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan SlowLookUnwatched = TimeSpan.FromSeconds(1);

    private readonly SnapshotStore _snapshots = new(Path.Combine(settings.DataFolder, "plugin-snapshots"));
    private readonly PluginTrust _trust = new(settings.TrustPolicy, settings.BundledPlugins, Path.Combine(settings.DataFolder, TrustFolder), time);
    private readonly TaskCompletionSource _settled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ImmutableArray<CatalogEntry> _entries = [];
    private string? _ordersProblem;

    /// <summary>Of the data folder: what the operator ordered and what was taken so far.</summary>
    public const string TrustFolder = "trust";

    /// <summary>Ordered by folder name.</summary>
    public ImmutableArray<CatalogEntry> Entries => _entries;

    /// <summary>The folders that lay there at the start are decided.</summary>
    internal bool IsSettled => _settled.Task.IsCompleted;

    /// <summary>Handlers run one at a time; they must not block.</summary>
    public event Action<CatalogChange>? Changed;

    public InstalledPlugin? Find(string id) => Entries.FirstOrDefault(entry => entry.Plugin?.Manifest.Id == id)?.Plugin;

    /// <summary>Returns when the folders that lay there already are decided, so that a host that listens knows its plugins.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        LoadTrust();
        ClearSnapshots();
        await base.StartAsync(cancellationToken);
        await Task.WhenAny(_settled.Task, Task.Delay(WatchedFolder.Patience, time, cancellationToken));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await FollowAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops; there is nothing to finish.
        }
    }

    private async Task FollowAsync(CancellationToken stop)
    {
        var shelf = new PluginShelf(settings.PluginsFolder, _snapshots, time, RuntimeReadiness.Missing, settings.PluginLimits, _trust);
        using var watch = new FolderWatch(settings.PluginsFolder, _trust.Folder);
        while (true)
        {
            var slow = watch.Ensure() ? SlowLook : SlowLookUnwatched;
            var pass = shelf.Pass();
            Publish(pass);
            if (pass.Entries.All(entry => entry.State != CatalogState.Settling))
                _settled.TrySetResult();
            await Task.Delay(LeastPause, time, stop);
            await watch.WaitAsync(pass.NextLook < slow ? pass.NextLook.Value : slow, time, stop);
        }
    }

    private void LoadTrust()
    {
        try
        {
            _trust.Load();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"The folder {_trust.Folder} cannot be used ({e.Message}). Make the data folder writable or choose another with --data.", e);
        }
    }

    private void ClearSnapshots()
    {
        try
        {
            _snapshots.Clear(_trust.Holds);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"The plugins' copies of an earlier run cannot be cleared ({e.Message}). Make the data folder writable or choose another with --data.", e);
        }
    }

    private void Publish(ShelfPass pass)
    {
        var before = _entries;
        ImmutableInterlocked.InterlockedExchange(ref _entries, pass.Entries);
        foreach (var change in pass.Changes)
        {
            Log(change);
            Tell(change);
        }

        LogNewlyBroken(before, pass.Entries);
        if (_trust.OrdersProblem is { } problem && problem != _ordersProblem)
            LogOrders(problem);
        _ordersProblem = _trust.OrdersProblem;
        if (pass.Changes.Count == 0 && !SameList(before, pass.Entries))
            Tell(new CatalogChange.Listed());
    }

    private static bool SameList(ImmutableArray<CatalogEntry> before, ImmutableArray<CatalogEntry> now) =>
        before.Length == now.Length && before.Zip(now).All(pair =>
            pair.First with { Errors = pair.Second.Errors } == pair.Second && pair.First.Errors.SequenceEqual(pair.Second.Errors));

    private void Tell(CatalogChange change)
    {
        foreach (var handler in Changed?.GetInvocationList() ?? [])
        {
            try
            {
                ((Action<CatalogChange>)handler)(change);
            }
            catch (Exception e)
            {
                // A listener's fault must not stop the catalog for the others.
                LogListenerFailed(e);
            }
        }
    }

    private void Log(CatalogChange change)
    {
        if (change is CatalogChange.Installed { Plugin: var plugin, Replaces: var replaced })
            LogInstalled(plugin.Manifest.Id, plugin.Manifest.Version, replaced is null ? "ready" : $"ready, replacing {replaced.Manifest.Version}", plugin.Trust);
        else if (change is CatalogChange.Blocked { Plugin: var blocked, Reason: var reason })
            LogBlocked(blocked.Manifest.Id, reason ?? "no reason was given");
        else if (change is CatalogChange.Removed { Plugin: var removed })
            LogRemoved(removed.Manifest.Id, removed.Manifest.Version);
    }

    private void LogNewlyBroken(ImmutableArray<CatalogEntry> before, ImmutableArray<CatalogEntry> now)
    {
        foreach (var entry in now.Where(entry => entry.Errors.Count > 0))
        {
            var known = before.FirstOrDefault(old => old.Folder == entry.Folder);
            if (known is null || !known.Errors.SequenceEqual(entry.Errors))
                LogBroken(entry.Folder, entry.Plugin is null ? "cannot be used" : "has changed to something that cannot be used; the version before runs on", string.Join(" | ", entry.Errors));
        }
    }

    [LoggerMessage(2001, LogLevel.Information, "Plugin {Id} {Version} is {What}; {Trust}", EventName = "PluginInstalled")]
    private partial void LogInstalled(string id, string version, string what, string trust);

    [LoggerMessage(2005, LogLevel.Warning, "Plugin {Id} is blocked on this host and ended in every room: {Reason}", EventName = "PluginBlocked")]
    private partial void LogBlocked(string id, string reason);

    [LoggerMessage(2006, LogLevel.Error, "What is blocked on this host cannot be read, so the last orders stay in force: {Problem}", EventName = "BlocksUnreadable")]
    private partial void LogOrders(string problem);

    [LoggerMessage(2002, LogLevel.Information, "Plugin {Id} {Version} is gone, its folder was removed", EventName = "PluginRemoved")]
    private partial void LogRemoved(string id, string version);

    [LoggerMessage(2003, LogLevel.Warning, "Plugin folder {Folder} {What}: {Errors}", EventName = "PluginBroken")]
    private partial void LogBroken(string folder, string what, string errors);

    [LoggerMessage(2004, LogLevel.Error, "A listener of the plugin catalog failed", EventName = "CatalogListenerFault")]
    private partial void LogListenerFailed(Exception e);
}
