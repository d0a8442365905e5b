using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PluginRoom.Host.Plugins.Catalog;

internal enum ListedKind
{
    File,
    Folder,

    /// <summary>Leads somewhere else, so that what was checked need not be what is read later.</summary>
    Link,
}

/// <param name="Written">In ticks, UTC.</param>
internal readonly record struct ListedItem(ListedKind Kind, long Length, long Written);

/// <summary>What is in a plugin's folder at one moment, without the content. Paths are relative and use <c>/</c>.</summary>
/// <param name="Fingerprint">Of names, sizes and times: the same while nothing is written.</param>
/// <param name="Problem">Why the folder cannot be a plugin, whatever its manifest says; the listing may then be cut short.</param>
internal sealed record FolderListing(IReadOnlyDictionary<string, ListedItem> Items, string Fingerprint, string? Problem)
{
    public const int MaxFiles = 2000;
    public const long MaxBytes = 64L << 20;
    private const int MaxDepth = 16;

    /// <summary>Throws <see cref="IOException"/> or <see cref="UnauthorizedAccessException"/> when the folder cannot be listed.</summary>
    public static FolderListing Read(string folder)
    {
        var items = new SortedDictionary<string, ListedItem>(StringComparer.Ordinal);
        var problem = Add(new DirectoryInfo(folder), "", 1, items);
        if (problem is null && items.Values.Sum(item => item.Length) > MaxBytes)
            problem = $"The folder holds more than {MaxBytes >> 20} MB. Leave out what the plugin does not need to run.";
        return new FolderListing(items, Hash(items), problem);
    }

    private static string? Add(DirectoryInfo folder, string prefix, int depth, SortedDictionary<string, ListedItem> items)
    {
        if (depth > MaxDepth)
            return $"The folder is nested more than {MaxDepth} deep at {prefix[..Math.Min(60, prefix.Length)]}. Flatten it.";
        foreach (var info in folder.EnumerateFileSystemInfos())
        {
            var path = prefix + info.Name;
            if (items.Count >= MaxFiles)
                return $"The folder holds more than {MaxFiles} files. Leave out what the plugin does not need to run.";
            items[path] = Describe(info);
            if (items[path].Kind == ListedKind.Folder && Add((DirectoryInfo)info, path + "/", depth + 1, items) is { } problem)
                return problem;
        }

        return null;
    }

    private static ListedItem Describe(FileSystemInfo info)
    {
        var written = info.LastWriteTimeUtc.Ticks;
        if (info.LinkTarget is not null || info.Attributes.HasFlag(FileAttributes.ReparsePoint))
            return new(ListedKind.Link, 0, written);
        return info is FileInfo file ? new(ListedKind.File, file.Length, written) : new(ListedKind.Folder, 0, written);
    }

    private static string Hash(SortedDictionary<string, ListedItem> items)
    {
        var text = new StringBuilder();
        foreach (var (path, item) in items)
            text.Append(CultureInfo.InvariantCulture, $"{path}\0{(int)item.Kind} {item.Length} {item.Written}\n");
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
