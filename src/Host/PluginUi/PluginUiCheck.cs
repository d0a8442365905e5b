using PluginRoom.Host.PluginUi.Addresses;
using PluginRoom.Host.PluginUi.Markup;
using PluginRoom.Host.Plugins.Manifest;

namespace PluginRoom.Host.PluginUi;

/// <summary>Reads a plugin's whole UI folder before the plugin can be used, so that its author hears what would not work, and why.</summary>
public static class PluginUiCheck
{
    private const string Prefix = PluginUiAddress.Folder + "/";

    /// <summary>More than these would help nobody.</summary>
    private const int MaxFindings = 50;

    /// <summary>All problems, each at the entry of the manifest that it concerns. A missing entry is the manifest reader's to tell.</summary>
    public static IReadOnlyList<ManifestError> Check(string directory, PluginManifest manifest)
    {
        if (manifest.Ui.Count == 0)
            return [];

        var errors = Entries(manifest).ToList();
        var folder = Path.Combine(directory, PluginUiAddress.Folder);
        if (!Directory.Exists(folder))
            return errors;

        foreach (var finding in Findings(folder).Take(MaxFindings))
            errors.Add(new(PointerFor(manifest, finding.File), $"{Prefix}{finding}"));

        return errors;
    }

    private static IEnumerable<ManifestError> Entries(PluginManifest manifest)
    {
        for (var index = 0; index < manifest.Ui.Count; index++)
        {
            var (entry, ending) = (manifest.Ui[index].Entry, manifest.Ui[index].Mode == UiMode.Worker ? ".js" : ".html");
            if (!entry.StartsWith(Prefix, StringComparison.Ordinal) || !entry.EndsWith(ending, StringComparison.Ordinal))
                yield return new($"/ui/{index}/entry", $"\"{entry}\" must be an {ending} file in the folder {Prefix}: only that folder is served to browsers.");
        }
    }

    private static IEnumerable<UiFinding> Findings(string folder)
    {
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Take(UiLimits.Files + 1).ToList();
        if (files.Count > UiLimits.Files)
            return [new("", 0, $"the folder holds more than {UiLimits.Files} files: bundle the UI.")];

        return files.Order(StringComparer.Ordinal).SelectMany(file => FileFindings(folder, file));
    }

    private static IEnumerable<UiFinding> FileFindings(string folder, string file)
    {
        var name = Path.GetRelativePath(folder, file).Replace('\\', '/');
        if (UiContentTypes.For(name) is null)
            return [];

        if (new FileInfo(file).Length > UiLimits.FileBytes)
            return [new(name, 0, $"it is larger than {UiLimits.FileBytes / (1024 * 1024)} MiB: make it smaller or split it.")];

        if (UiContentTypes.IsHtml(name))
            return PageFindings(folder, name, File.ReadAllBytes(file));

        return UiContentTypes.IsText(name) && UiText.Problem(File.ReadAllBytes(file)) is { } problem ? [new(name, 0, problem)] : [];
    }

    private static IEnumerable<UiFinding> PageFindings(string folder, string name, byte[] content)
    {
        var document = UiDocument.Read(name, content);
        foreach (var finding in document.Findings)
            yield return finding;

        foreach (var (path, line) in document.References(name).ToList())
            if (UiPath.Resolve(folder, path) is null || UiContentTypes.For(path) is null)
                yield return new(name, line, $"it names {path}, which is not in the ui folder: add the file or remove the reference.");

        // The boot script's content does not matter here, only whether the page survives being written out.
        if (document.Findings.Count == 0 && document.Render(name, Placeholder) is null)
            yield return new(name, 0, "its markup reads differently when written out again: close every element and quote every attribute.");
    }

    private static readonly BootScript Placeholder = new("void 0;");

    private static string PointerFor(PluginManifest manifest, string file)
    {
        var index = manifest.Ui.Select(ui => ui.Entry).ToList().IndexOf(Prefix + file);
        return index < 0 ? "/ui" : $"/ui/{index}/entry";
    }
}
