using PluginRoom.Host.Plugins.Manifest.Reading;

namespace PluginRoom.Host.Plugins.Catalog;

/// <param name="Integrity">What the manifest's <c>integrity</c> has to be.</param>
internal sealed record Snapshot(string Directory, string ContentHash, string Integrity, SnapshotUse Use);

/// <summary>
/// Copies of plugin folders, <c>&lt;data&gt;/plugin-snapshots/&lt;id&gt;/&lt;content hash&gt;/</c>: what was checked is what runs and is served,
/// whatever happens to the folder afterwards.
/// </summary>
internal sealed class SnapshotStore(string root)
{
    private const string Incoming = ".incoming";

    private readonly Dictionary<string, SnapshotUse> _uses = [];

    /// <summary>Nothing runs yet, so all that is there was left behind by an earlier run.</summary>
    public void Clear()
    {
        if (Directory.Exists(root))
            Directory.Delete(root, recursive: true);
        Directory.CreateDirectory(root);
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
            var hash = Convert.ToHexStringLower(ContentHash.OfFolder(hashes))[..32];
            return new Snapshot(Keep(incoming, id, hash), hash, ContentHash.Integrity(hashes, manifest), UseOf(id, hash));
        }
        finally
        {
            Delete(incoming);
        }
    }

    /// <summary>It failed a check, so nobody will use it.</summary>
    public void Discard(Snapshot snapshot)
    {
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
