using PluginRoom.Host.Plugins.Manifest.Reading;

namespace PluginRoom.Host.Plugins.Catalog;

/// <param name="Integrity">What the manifest's <c>integrity</c> has to be.</param>
/// <param name="IsNew">It was not there before.</param>
internal sealed record Snapshot(string Directory, string ContentHash, string Integrity, SnapshotUse Use, bool IsNew);

/// <summary>
/// Copies of plugin folders, <c>&lt;data&gt;/plugin-snapshots/&lt;id&gt;/&lt;content hash&gt;/</c>: what was checked is what runs and is served,
/// whatever happens to the folder afterwards.
/// </summary>
internal sealed class SnapshotStore(string root)
{
    private const string Incoming = ".incoming";

    private readonly Dictionary<string, SnapshotUse> _uses = [];

    /// <summary>Nothing runs yet, so all that is there was left behind by an earlier run.</summary>
    /// <param name="holds">Plugin id and content hash of what is still needed.</param>
    public void Clear(Func<string, string, bool> holds)
    {
        Directory.CreateDirectory(root);
        foreach (var plugin in Directory.EnumerateDirectories(root).ToList())
        {
            foreach (var content in Directory.EnumerateDirectories(plugin).ToList())
                if (!holds(Path.GetFileName(plugin), Path.GetFileName(content)))
                    Delete(content);
            if (!Directory.EnumerateFileSystemEntries(plugin).Any())
                Delete(plugin);
        }
    }

    /// <summary>What an earlier run kept. Null when it is not there, or not as it was.</summary>
    public Snapshot? Restore(string id, string hash)
    {
        var directory = DirectoryOf(id, hash);
        if (!Directory.Exists(directory) || FolderListing.Read(directory) is not { Problem: null } listing)
            return null;
        var hashes = new Dictionary<string, string>();
        foreach (var (path, item) in listing.Items.Where(pair => pair.Value.Kind == ListedKind.File))
            if (Content(Path.Combine(directory, path), item.Length) is { } content)
                hashes[path] = ContentHash.OfFile(content);
        return NameOf(hashes) == hash ? new Snapshot(directory, hash, "", UseOf(id, hash), IsNew: false) : null;
    }

    /// <summary>Null when the folder has changed since it was listed or since <paramref name="manifest"/> was read from it.</summary>
    public Snapshot? Take(string folder, FolderListing listing, string id, ReadOnlyMemory<byte> manifest)
    {
        var incoming = Path.Combine(root, Incoming, Guid.NewGuid().ToString("N"));
        try
        {
            var hashes = Copy(folder, listing, incoming);
            if (hashes is null || hashes[ManifestReader.FileName] != ContentHash.OfFile(manifest.Span))
                return null;
            var hash = NameOf(hashes);
            var isNew = !Directory.Exists(DirectoryOf(id, hash));
            return new Snapshot(Keep(incoming, id, hash), hash, ContentHash.Integrity(hashes, manifest), UseOf(id, hash), isNew);
        }
        finally
        {
            Delete(incoming);
        }
    }

    /// <summary>It failed a check, so nobody will use it; but a room may use the same content, which was taken before.</summary>
    public void Discard(Snapshot snapshot)
    {
        if (!snapshot.IsNew)
            return;
        _uses.Remove(snapshot.Directory);
        Delete(snapshot.Directory);
    }

    // By a rename, so that a snapshot is there as a whole or not at all. Content that is there already is the same content.
    private string Keep(string incoming, string id, string hash)
    {
        var final = DirectoryOf(id, hash);
        Directory.CreateDirectory(Path.Combine(root, id));
        if (!Directory.Exists(final))
            Directory.Move(incoming, final);
        return final;
    }

    private SnapshotUse UseOf(string id, string hash)
    {
        var directory = DirectoryOf(id, hash);
        if (!_uses.TryGetValue(directory, out var use))
            _uses[directory] = use = new SnapshotUse(() => Delete(directory));
        use.Install();
        return use;
    }

    private static string NameOf(Dictionary<string, string> hashes) => Convert.ToHexStringLower(ContentHash.OfFolder(hashes))[..32];

    private string DirectoryOf(string id, string hash) => Path.Combine(root, id, hash);

    private static Dictionary<string, string>? Copy(string folder, FolderListing listing, string target)
    {
        Directory.CreateDirectory(target);
        var hashes = new Dictionary<string, string>();
        foreach (var (path, item) in listing.Items)
        {
            if (item.Kind == ListedKind.Folder)
            {
                Directory.CreateDirectory(Path.Combine(target, path));
                continue;
            }

            if (Content(Path.Combine(folder, path), item.Length) is not { } content)
                return null;
            File.WriteAllBytes(Path.Combine(target, path), content);
            hashes[path] = ContentHash.OfFile(content);
        }

        return hashes;
    }

    /// <summary>An empty file is not opened: a named pipe looks like one, and opening it would wait for a writer.</summary>
    public static byte[]? Content(string file, long length)
    {
        if (length == 0)
            return [];
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 0);
        if (stream.Length != length)
            return null;
        var content = new byte[length];
        stream.ReadExactly(content);
        return content;
    }

    private static void Delete(string directory)
    {
        if (Directory.Exists(directory))
            Directory.Delete(directory, recursive: true);
    }
}
