using PluginRoom.Host.Plugins.Catalog;

namespace PluginRoom.Host.Plugins.Manifest.Reading;

/// <summary>Answers whether a path in a manifest names a file of the folder. Works on the listing, so nothing outside is ever touched.</summary>
internal sealed class PluginFiles(IReadOnlyDictionary<string, ListedItem> items)
{
    public ManifestError? Problem(string path)
    {
        if (path.Contains('\\'))
            return Error($"{Wording.Quote(path)} has a backslash. Write the path with /.");
        if (path.StartsWith('/') || (path.Length > 1 && path[1] == ':'))
            return Error($"{Wording.Quote(path)} is an absolute path. Write it relative to the plugin's folder and keep the file in there.");
        if (path.Split('/').Any(part => part is "" or "." or ".."))
            return Error($"{Wording.Quote(path)} has an empty part, . or .. in it. Name a file in the plugin's folder, such as ui/index.html.");
        return LinkOn(path) is { } link
            ? Error($"{Wording.Quote(link)} is a symbolic link, which may lead out of the folder. Put the file itself there.")
            : Missing(path);
    }

    private ManifestError? Missing(string path)
    {
        if (items.TryGetValue(path, out var item))
            return item.Kind == ListedKind.File ? null : Error($"{Wording.Quote(path)} is a folder. Name a file in it.");
        var meant = items.Keys.FirstOrDefault(name => string.Equals(name, path, StringComparison.OrdinalIgnoreCase));
        var hint = meant is null
            ? Wording.DidYouMean(path, items.Where(pair => pair.Value.Kind == ListedKind.File).Select(pair => pair.Key))
            : $" There is {Wording.Quote(meant)}; upper and lower case differ.";
        return Error($"There is no file {Wording.Quote(path)} in the plugin's folder. Add it or correct the path.{hint}") with { MayStillArrive = true };
    }

    private string? LinkOn(string path)
    {
        for (var end = path.IndexOf('/'); ; end = path.IndexOf('/', end + 1))
        {
            var prefix = end < 0 ? path : path[..end];
            if (items.TryGetValue(prefix, out var item) && item.Kind == ListedKind.Link)
                return prefix;
            if (end < 0)
                return null;
        }
    }

    private static ManifestError Error(string message) => new("", message);
}
