namespace PluginRoom.Host.Page;

/// <summary>
/// The built page as it was when the host started. Only what was there then is served, so that no request can reach any other
/// file, and a build that runs meanwhile cannot mix two versions of the page.
/// </summary>
internal sealed class PageFiles
{
    private PageFiles(IReadOnlyList<PageFile> files, PageFile index) => (All, Index) = (files, index);

    public IReadOnlyList<PageFile> All { get; }

    public PageFile Index { get; }

    /// <summary>Null: the page has not been built.</summary>
    public static PageFiles? Load(string folder)
    {
        if (!File.Exists(Path.Combine(folder, "index.html")))
            return null;
        PageFile[] files =
        [
            .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Where(path => !Path.GetFileName(path).StartsWith('.'))
                .Select(path => new PageFile(UrlOf(folder, path), File.ReadAllBytes(path))),
        ];
        return new PageFiles(files, files.Single(file => file.Path == "/index.html"));
    }

    public void Prepare()
    {
        foreach (var file in All)
            file.Prepare();
    }

    private static string UrlOf(string folder, string path) =>
        "/" + Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/');
}
