using System.Text.Json;
using PluginRoom.Host.Plugins.Catalog;
using PluginRoom.Host.Plugins.Manifest.Rules;

namespace PluginRoom.Host.Plugins.Manifest.Reading;

/// <summary>A manifest, or all that is wrong with it. Id, name and version are what could be read of a broken one.</summary>
internal sealed record ManifestReading(
    PluginManifest? Manifest, IReadOnlyList<ManifestError> Errors, string? Id = null, string? Name = null, string? Version = null)
{
    /// <summary>Of <c>server.limits</c>, what the manifest states by itself and could be read.</summary>
    public IReadOnlyDictionary<string, int> StatedLimits { get; init; } = new Dictionary<string, int>();
}

/// <summary>plugin.json -> text -> shape -> rules -> <see cref="PluginManifest"/>.</summary>
internal static class ManifestReader
{
    public const string FileName = "plugin.json";

    /// <param name="items">What is in the plugin's folder.</param>
    public static ManifestReading Read(ReadOnlyMemory<byte> file, IReadOnlyDictionary<string, ListedItem> items)
    {
        var errors = new ErrorList();
        using var document = JsonText.Parse(file, errors);
        if (document is null)
            return new(null, errors.ToList());

        var root = document.RootElement;
        var shape = new ShapeCheck(errors, new PluginFiles(items));
        shape.Check(root, ManifestJson.Root, null, "");
        if (root.ValueKind != JsonValueKind.Object)
            return new(null, errors.ToList());

        var draft = new ManifestDraft(root, shape);
        ManifestRules.Check(draft, errors);
        return new(
            errors.Count == 0 ? root.Deserialize<PluginManifest>(ManifestJson.Options) : null,
            errors.ToList(), draft.Text("id"), draft.Text("name"), draft.Text("version"))
        {
            StatedLimits = draft.Limits,
        };
    }
}
