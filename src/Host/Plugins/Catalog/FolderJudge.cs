using PluginRoom.Host.Plugins.Limits;
using PluginRoom.Host.Plugins.Manifest;
using PluginRoom.Host.Plugins.Manifest.Reading;
using PluginRoom.Host.PluginUi;
using PluginRoom.Host.Trust;
using PluginRoom.Host.Trust.Signing;
using PluginRoom.Host.Vocabulary;

namespace PluginRoom.Host.Plugins.Catalog;

/// <summary>listing -> plugin.json -> manifest -> snapshot -> signature.</summary>
/// <param name="ownerOf">The folder whose plugin has this id already.</param>
/// <param name="missing">What this machine lacks to run such a server side; null: nothing.</param>
/// <param name="ceiling">The most that the operator allows.</param>
internal sealed class FolderJudge(SnapshotStore snapshots, Func<string, string?> ownerOf, Func<ServerRuntime, string?> missing, LimitCeiling ceiling, PluginTrust trust)
{
    public FolderVerdict Judge(string folder, FolderListing listing)
    {
        if (listing.Problem is { } problem)
            return FolderVerdict.Broken(problem);
        try
        {
            return Read(folder, listing);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return FolderVerdict.Broken($"The host could not take the folder: {Wording.Sentence(e.Message)}", mayStillArrive: true);
        }
    }

    private FolderVerdict Read(string folder, FolderListing listing)
    {
        if (!listing.Items.TryGetValue(ManifestReader.FileName, out var item) || item.Kind == ListedKind.Folder)
            return FolderVerdict.Broken("There is no plugin.json in this folder. Add one; docs/manifest.md says what belongs into it.", mayStillArrive: true);
        if (item.Length > JsonText.MaxBytes)
            return FolderVerdict.Broken($"plugin.json is larger than {JsonText.MaxBytes / 1024} KiB. A manifest names files, it does not hold them.");
        if (item.Kind == ListedKind.Link)
            return FolderVerdict.Broken("plugin.json is a symbolic link. Put the file itself there.");
        if (SnapshotStore.Content(Path.Combine(folder, ManifestReader.FileName), item.Length) is not { } bytes)
            return StillWritten;
        var reading = ManifestReader.Read(bytes, listing.Items);
        List<ManifestError> errors = [.. reading.Errors, .. OfFolder(listing, reading), .. OfMachine(reading), .. ceiling.Check(reading.StatedLimits)];
        return reading.Manifest is { } manifest && errors.Count == 0
            ? Take(folder, listing, manifest, bytes, reading)
            : new FolderVerdict(null, errors, reading);
    }

    private FolderVerdict Take(string folder, FolderListing listing, PluginManifest manifest, byte[] bytes, ManifestReading reading)
    {
        if (snapshots.Take(folder, listing, manifest.Id, bytes) is not { } snapshot)
            return StillWritten;
        var verdict = Weigh(manifest, snapshot, reading);
        if (verdict.Plugin is null)
            snapshots.Discard(snapshot);
        return verdict;
    }

    private FolderVerdict Weigh(PluginManifest manifest, Snapshot snapshot, ManifestReading reading)
    {
        if (OfContent(manifest, snapshot) is { Count: > 0 } errors)
            return new(null, errors, reading);
        switch (trust.Judge(manifest, snapshot.Integrity, snapshot.ContentHash, SignatureIn(snapshot)))
        {
            case TrustVerdict.Trusted trusted:
                trust.Took(manifest.Id, trusted, snapshot.ContentHash);
                return new(Installed(manifest, snapshot) with { Trust = trusted.Words, Signer = trusted.Key }, [], reading);
            case TrustVerdict.Refused refused:
                trust.Hold(manifest.Id);
                return new(null, refused.Errors, reading) { FallsBack = true };
            default:
                return new(null, [], reading) { Waiting = new(manifest.Id, manifest.Version, snapshot.ContentHash), FallsBack = true };
        }
    }

    /// <summary>What was used before the host was started anew, where the folder holds something that is not taken.</summary>
    public InstalledPlugin? Held(string id)
    {
        if (trust.HeldContent(id) is not { } content || snapshots.Restore(id, content) is not { } snapshot)
            return null;
        var bytes = File.ReadAllBytes(Path.Combine(snapshot.Directory, ManifestReader.FileName));
        var reading = ManifestReader.Read(bytes, FolderListing.Read(snapshot.Directory).Items);
        return reading.Manifest is { } manifest && !OfMachine(reading).Any() && !ceiling.Check(reading.StatedLimits).Any()
            ? Installed(manifest, snapshot) with { Trust = trust.WordsForHeld(id), Signer = trust.SignerOfHeld(id) }
            : null;
    }

    /// <summary>How long an update has still to wait; null: it has not.</summary>
    public TimeSpan? LeftToWait(WaitingUpdate update) => trust.LeftToWait(update.Id, update.Content);

    private InstalledPlugin Installed(PluginManifest manifest, Snapshot snapshot) =>
        new(WithinCeiling(manifest), snapshot.Directory, snapshot.ContentHash) { Use = snapshot.Use };

    private static byte[]? SignatureIn(Snapshot snapshot) =>
        Path.Combine(snapshot.Directory, PluginSignature.FileName) is var file && File.Exists(file) ? File.ReadAllBytes(file) : null;

    private PluginManifest WithinCeiling(PluginManifest manifest) => manifest.Server is { } server
        ? manifest with { Server = server with { Limits = ceiling.Lower(server.Limits) } }
        : manifest;

    private static IReadOnlyList<ManifestError> OfContent(PluginManifest manifest, Snapshot snapshot) =>
        manifest.Integrity is { } integrity && integrity != snapshot.Integrity
            ? [new("/integrity", $"The folder's files give {snapshot.Integrity}. Get the plugin again, or correct the value if you changed it yourself.")
                { MayStillArrive = true }]
            : [.. PluginUiCheck.Check(snapshot.Directory, manifest), .. PrivacyPolicyCheck.Problem(snapshot.Directory, manifest) is { } problem ? [problem] : Array.Empty<ManifestError>()];

    private IEnumerable<ManifestError> OfFolder(FolderListing listing, ManifestReading reading)
    {
        foreach (var link in listing.Items.Where(pair => pair.Value.Kind == ListedKind.Link).Select(pair => pair.Key))
            yield return new("", $"{Wording.Quote(link)} is a symbolic link, which may lead out of the folder. Put the file itself there.");
        if (reading.Id is { } id && ownerOf(id) is { } owner)
            yield return new("/id", $"The plugin in the folder {Wording.Quote(owner)} has the id {id} already. Remove one of the two.");
    }

    private IEnumerable<ManifestError> OfMachine(ManifestReading reading)
    {
        if (reading.Manifest?.Server is { } server && missing(server.Runtime) is { } what)
            yield return new("/server/runtime", what);
    }

    private static FolderVerdict StillWritten => FolderVerdict.Broken("The folder's files change while they are read.", mayStillArrive: true);
}
