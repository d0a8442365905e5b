namespace PluginRoom.Host.PluginUi.Addresses;

/// <summary>Finds a file in a plugin's UI folder by the path of a request, and never one outside of it.</summary>
public static class UiPath
{
    private const int MaxLength = 512;

    // Beside control characters: what separates, escapes or globs on some system.
    private const string Forbidden = "\\:*?\"<>|%";

    /// <summary>Null unless <paramref name="relative"/> names an existing plain file, with no link on the way to it.</summary>
    public static FileInfo? Resolve(string root, string relative)
    {
        if (relative.Length is 0 or > MaxLength)
            return null;

        var path = root;
        foreach (var segment in relative.Split('/'))
        {
            if (IsLink(path) || !IsName(segment))
                return null;

            path = Path.Combine(path, segment);
        }

        var file = new FileInfo(path);
        return file.Exists && file.LinkTarget is null ? file : null;
    }

    private static bool IsLink(string directory) => new DirectoryInfo(directory).LinkTarget is not null;

    // A leading dot covers `.`, `..` and hidden files.
    private static bool IsName(string segment) =>
        segment.Length > 0 && segment[0] != '.' && !segment.Any(symbol => char.IsControl(symbol) || Forbidden.Contains(symbol, StringComparison.Ordinal));
}
