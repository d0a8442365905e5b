using PluginRoom.Host.Plugins.Catalog;
using PluginRoom.Host.Plugins.Manifest;
using PluginRoom.Host.Plugins.Manifest.Reading;

namespace PluginRoom.Host.Trust.Signing;

/// <summary>What of a plugin's folder is signed: id, version, and the digest over its files as it lies there.</summary>
/// <param name="Signature">plugin.sig; null: there is none.</param>
internal sealed record PluginFolderDigest(string Id, string Version, string Digest, byte[]? Signature)
{
    /// <exception cref="SigningException">The folder is no plugin that a host could load. The message has all errors of plugin.json.</exception>
    public static PluginFolderDigest Read(string folder)
    {
        try
        {
            var listing = FolderListing.Read(folder);
            if (Problem(listing) is { } problem)
                throw new SigningException($"{folder}: {problem}");
            var manifest = Content(folder, ManifestReader.FileName, listing);
            var reading = ManifestReader.Read(manifest, listing.Items);
            if (reading.Manifest is not { } read)
                throw new SigningException($"{folder}: no host would load this plugin. {string.Join(" | ", reading.Errors)}");
            var hashes = listing.Items.Where(item => item.Value.Kind == ListedKind.File)
                .ToDictionary(item => item.Key, item => ContentHash.OfFile(Content(folder, item.Key, listing)));
            return Of(read, ContentHash.Integrity(hashes, manifest), folder, listing);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SigningException($"{folder} cannot be read ({e.Message}).");
        }
    }

    private static PluginFolderDigest Of(PluginManifest manifest, string digest, string folder, FolderListing listing) =>
        manifest.Integrity is { } stated && stated != digest
            ? throw new SigningException($"{folder}: \"integrity\" in plugin.json is {stated}, but the files give {digest}. Correct it or leave it out; a signature covers the same files.")
            : new(manifest.Id, manifest.Version, digest, listing.Items.ContainsKey(PluginSignature.FileName) ? Content(folder, PluginSignature.FileName, listing) : null);

    private static string? Problem(FolderListing listing) =>
        listing.Problem
        ?? (listing.Items.FirstOrDefault(item => item.Value.Kind == ListedKind.Link).Key is { } link ? $"{Wording.Quote(link)} is a symbolic link. Put the file itself there." : null)
        ?? (listing.Items.TryGetValue(ManifestReader.FileName, out var item) && item.Kind == ListedKind.File ? null : "there is no plugin.json in this folder.");

    private static byte[] Content(string folder, string path, FolderListing listing) =>
        SnapshotStore.Content(Path.Combine(folder, path), listing.Items[path].Length)
        ?? throw new SigningException($"{folder}: {Wording.Quote(path)} changes while it is read. Try again when nothing writes there.");
}
