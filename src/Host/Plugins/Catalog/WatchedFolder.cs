using PluginRoom.Host.Plugins.Manifest;
using PluginRoom.Host.Plugins.Manifest.Reading;

namespace PluginRoom.Host.Plugins.Catalog;

/// <summary>One folder over time: settling until nothing changes in it, then decided until something does.</summary>
internal sealed class WatchedFolder(string name, string path)
{
    /// <summary>Nothing was written for this long: the folder is worth a look.</summary>
    public static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(600);

    /// <summary>A copy that pauses longer than this has ended, whatever is missing.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private string? _fingerprint;
    private DateTimeOffset _quietSince;
    private IReadOnlyList<ManifestError> _errors = [];
    private ManifestReading? _reading;

    public string Name => name;

    public InstalledPlugin? Plugin { get; private set; }

    public bool IsDecided { get; private set; }

    public CatalogEntry Entry => new(
        name,
        Plugin is not null ? CatalogState.Ready : IsDecided ? CatalogState.Broken : CatalogState.Settling,
        Plugin?.Manifest.Id ?? _reading?.Id,
        Plugin?.Manifest.Name ?? _reading?.Name,
        Plugin?.Manifest.Version ?? _reading?.Version,
        IsDecided || Plugin is not null ? _errors : [],
        Plugin);

    /// <summary>The reason may have gone away without a change in this folder.</summary>
    public void LookAgain() => IsDecided = false;

    /// <summary>Looks at the folder. Returns when to look again, or null when only a change is worth that.</summary>
    public TimeSpan? Look(FolderJudge judge, DateTimeOffset now)
    {
        var listing = List();
        if (listing.Fingerprint != _fingerprint)
            (_fingerprint, _quietSince, IsDecided) = (listing.Fingerprint, now, false);
        if (IsDecided)
            return null;
        var quiet = now - _quietSince;
        if (quiet < Quiet)
            return Quiet - quiet;
        return Decide(judge.Judge(path, listing), quiet);
    }

    private TimeSpan? Decide(FolderVerdict verdict, TimeSpan quiet)
    {
        if (verdict.MayStillArrive && quiet < Patience)
            return Patience - quiet;
        IsDecided = true;
        (_errors, _reading) = (verdict.Errors, verdict.Reading);
        if (verdict.Plugin is { } plugin && plugin.ContentHash != Plugin?.ContentHash)
        {
            Plugin?.Use?.Retire();
            Plugin = plugin;
        }

        return null;
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
