using System.Collections.Immutable;
using PluginRoom.Host.Plugins.Limits;
using PluginRoom.Host.Trust;
using PluginRoom.Host.Vocabulary;

namespace PluginRoom.Host.Plugins.Catalog;

/// <param name="NextLook">When something that is settling is worth another look; null: only after a change.</param>
internal sealed record ShelfPass(ImmutableArray<CatalogEntry> Entries, IReadOnlyList<CatalogChange> Changes, TimeSpan? NextLook);

/// <summary>The plugins folder over time. Waits for nothing: whoever calls says when.</summary>
internal sealed class PluginShelf
{
    private readonly string _root;
    private readonly TimeProvider _time;
    private readonly FolderJudge _judge;
    private readonly SortedDictionary<string, WatchedFolder> _folders = new(StringComparer.Ordinal);
    private readonly Func<ServerRuntime, string?> _missing;
    private readonly PluginTrust _trust;
    private string?[] _lacks;
    private WatchedFolder? _looking;

    /// <param name="missing">What this machine lacks to run such a server side; null: nothing.</param>
    /// <param name="ceiling">The most that the operator allows.</param>
    public PluginShelf(
        string root, SnapshotStore snapshots, TimeProvider time, Func<ServerRuntime, string?> missing, LimitCeiling ceiling, PluginTrust trust)
    {
        (_root, _time, _missing, _trust) = (root, time, missing, trust);
        _judge = new FolderJudge(snapshots, OwnerOf, missing, ceiling, trust);
        _lacks = Lacks();
    }

    public ShelfPass Pass()
    {
        var changes = new List<CatalogChange>();
        FollowFolders(changes);
        FollowMachine();
        if (_trust.FollowOrders())
            LookAgainAtBroken();
        var now = _time.GetUtcNow();
        TimeSpan? next = null;
        foreach (var folder in _folders.Values)
        {
            if (Look(folder, now, changes) is { } due && (next is null || due < next))
                next = due;
        }

        // An id that became free may be what another folder waits for; it was looked at already if its name comes first.
        if (changes.Any(change => change is CatalogChange.Removed) && LookAgainAtBroken())
            next = TimeSpan.Zero;
        return new ShelfPass([.. _folders.Values.Select(folder => folder.Entry)], changes, next);
    }

    private void FollowFolders(List<CatalogChange> changes)
    {
        var names = Names();
        foreach (var gone in _folders.Keys.Except(names).ToList())
        {
            if (!_folders.Remove(gone, out var folder))
                continue;
            folder.Retire();
            if (folder.Plugin is { } plugin)
                changes.Add(new CatalogChange.Removed(plugin));
        }

        foreach (var name in names)
            _folders.TryAdd(name, new WatchedFolder(name, Path.Combine(_root, name)));
    }

    // What a plugin waits for may have been installed since.
    private void FollowMachine()
    {
        var lacks = Lacks();
        if (!lacks.SequenceEqual(_lacks))
            LookAgainAtBroken();
        _lacks = lacks;
    }

    private string?[] Lacks() => [.. Enum.GetValues<ServerRuntime>().Select(_missing)];

    private TimeSpan? Look(WatchedFolder folder, DateTimeOffset now, List<CatalogChange> changes)
    {
        _looking = folder;
        var before = folder.Plugin;
        var next = folder.Look(_judge, now);
        folder.Blocked = folder.OwnId is { } id ? _trust.BlockOf(id) : null;
        if (before is not null && folder.Blocked is { } block)
            changes.Add(block.Id == before.Manifest.Id ? new CatalogChange.Blocked(before, block.Reason) : new CatalogChange.Removed(before));
        if (folder.Plugin is not { } plugin || plugin == before)
            return next;
        if (before is not null && before.Manifest.Id != plugin.Manifest.Id)
        {
            changes.Add(new CatalogChange.Removed(before));
            before = null;
        }

        changes.Add(new CatalogChange.Installed(plugin, before));
        return next;
    }

    private bool LookAgainAtBroken()
    {
        var broken = _folders.Values.Where(folder => folder.Entry is { State: CatalogState.Broken } or { Errors.Count: > 0 } or { Update: not null }).ToList();
        broken.ForEach(folder => folder.LookAgain());
        return broken.Count > 0;
    }

    private string? OwnerOf(string id) =>
        _folders.Values.FirstOrDefault(folder => folder != _looking && folder.OwnId == id)?.Name;

    // A folder that is gone for a moment, as on a network share, counts as empty.
    private HashSet<string> Names()
    {
        try
        {
            return [.. new DirectoryInfo(_root).EnumerateDirectories().Select(folder => folder.Name).Where(name => !name.StartsWith('.'))];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
