using PluginRoom.Host.Plugins.Manifest;
using PluginRoom.Host.Plugins.Manifest.Reading;
using PluginRoom.Host.Trust.Policy;
using PluginRoom.Protocol.Client;

namespace PluginRoom.Host.Plugins.Catalog;

/// <summary>One folder over time: settling until nothing changes in it, then decided until something does.</summary>
internal sealed class WatchedFolder(string name, string path)
{
    /// <summary>Nothing was written for this long: the folder is worth a look.</summary>
    public static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(600);

    /// <summary>A copy that pauses longer than this has ended, whatever is missing.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>A moment told to people is corrected when a clock was set by more than this.</summary>
    private static readonly TimeSpan Drift = TimeSpan.FromMinutes(1);

    private string? _fingerprint;
    private DateTimeOffset _quietSince;
    private IReadOnlyList<ManifestError> _errors = [];
    private ManifestReading? _reading;
    private InstalledPlugin? _taken;
    private WaitingUpdate? _waiting;
    private DateTimeOffset _waitsUntil;

    public string Name => name;

    /// <summary>Null as well while the operator blocks what was taken.</summary>
    public InstalledPlugin? Plugin => Blocked is null ? _taken : null;

    /// <summary>Of the plugin that was taken, blocked or not.</summary>
    public string? OwnId => _taken?.Manifest.Id;

    /// <summary>The operator's word on the plugin that was taken.</summary>
    public PluginBlock? Blocked { get; set; }

    public bool IsDecided { get; private set; }

    public CatalogEntry Entry => new(
        name,
        State,
        _taken?.Manifest.Id ?? _reading?.Id,
        _taken?.Manifest.Name ?? _reading?.Name,
        _taken?.Manifest.Version ?? _reading?.Version,
        IsDecided || _taken is not null ? _errors : [],
        Plugin)
    {
        Blocked = Blocked,
        Update = _waiting is null ? null : new CatalogUpdate(_waiting.Version, _waitsUntil.ToUnixTimeMilliseconds()),
    };

    private CatalogState State =>
        Blocked is not null ? CatalogState.Blocked
        : _taken is not null ? CatalogState.Ready
        : !IsDecided ? CatalogState.Settling
        : _waiting is not null ? CatalogState.Waiting
        : CatalogState.Broken;

    /// <summary>The reason may have gone away without a change in this folder.</summary>
    public void LookAgain() => IsDecided = false;

    /// <summary>The folder is gone.</summary>
    public void Retire() => _taken?.Use?.Retire();

    /// <summary>Looks at the folder. Returns when to look again, or null when only a change is worth that.</summary>
    public TimeSpan? Look(FolderJudge judge, DateTimeOffset now)
    {
        var listing = List();
        if (listing.Fingerprint != _fingerprint)
            (_fingerprint, _quietSince, IsDecided) = (listing.Fingerprint, now, false);
        if (now < _quietSince)
            // The clock was set back; the difference is nothing to wait for.
            _quietSince = now;
        if (IsDecided && StillWaits(judge, now) is { } left)
            return left;
        if (IsDecided)
            return null;
        var quiet = now - _quietSince;
        if (quiet < Quiet)
            return Quiet - quiet;
        return Decide(judge, judge.Judge(path, listing), quiet) ?? StillWaits(judge, now);
    }

    private TimeSpan? Decide(FolderJudge judge, FolderVerdict verdict, TimeSpan quiet)
    {
        if (verdict.MayStillArrive && quiet < Patience)
            return Patience - quiet;
        IsDecided = true;
        (_errors, _reading, _waiting) = (verdict.Errors, verdict.Reading, verdict.Waiting);
        var plugin = verdict.Plugin ?? (verdict.FallsBack && _taken is null && verdict.Reading?.Id is { } id ? judge.Held(id) : null);
        if (plugin is not null && plugin.ContentHash != _taken?.ContentHash)
        {
            _taken?.Use?.Retire();
            _taken = plugin;
        }

        return null;
    }

    private TimeSpan? StillWaits(FolderJudge judge, DateTimeOffset now)
    {
        if (_waiting is null)
            return null;
        if (judge.LeftToWait(_waiting) is not { } left || left <= TimeSpan.Zero)
        {
            IsDecided = false;
            return null;
        }

        if ((now + left - _waitsUntil).Duration() > Drift)
            _waitsUntil = now + left;
        return left;
    }

    private FolderListing List()
    {
        try
        {
            return FolderListing.Read(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            var problem = $"The folder cannot be read: {Wording.Sentence(e.Message)}";
            return new FolderListing(new Dictionary<string, ListedItem>(), problem, problem);
        }
    }
}
