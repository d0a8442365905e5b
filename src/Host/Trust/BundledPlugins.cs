using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using PluginRoom.Host.Plugins.Manifest.Reading;
using PluginRoom.Host.Settings;

namespace PluginRoom.Host.Trust;

/// <summary>
/// The plugins that were built with this host, by the digest of their files. The build writes the list beside the host's own
/// assemblies: whoever could change it could change the host. So these need no signature, and no private key lies anywhere.
/// </summary>
public sealed class BundledPlugins
{
    public const string FileName = "bundled-plugins.json";

    private readonly HashSet<(string Id, string Digest)> _all;

    private BundledPlugins(IEnumerable<(string Id, string Digest)> all) => _all = [.. all];

    public static BundledPlugins None { get; } = new([]);

    /// <summary>A host that was built without them has no list.</summary>
    /// <exception cref="StartupException">There is a list that cannot be read.</exception>
    public static BundledPlugins Read(string file)
    {
        if (!File.Exists(file))
            return None;
        var errors = new ErrorList();
        return StrictDocument.Read<BundledList>(File.ReadAllBytes(file), FileName, errors) is { } list
            ? new(list.Plugins.Select(plugin => (plugin.Id, plugin.Digest)))
            : throw new StartupException($"{file} is damaged ({string.Join(" | ", errors.ToList())}). Build the host again with ./run.");
    }

    public bool Has(string id, string digest) => _all.Contains((id, digest));

    public bool HasId(string id) => _all.Any(plugin => plugin.Id == id);
}

internal sealed record BundledList
{
    [Description("What was built with this host.")]
    [MaxLength(200)]
    public required IReadOnlyList<BundledPlugin> Plugins { get; init; }
}

internal sealed record BundledPlugin
{
    [Description("The plugin's id.")]
    public required string Id { get; init; }

    [Description("SHA-256 over all files, as in the manifest's \"integrity\".")]
    [RegularExpression("^sha256-[A-Za-z0-9+/]{43}=$", ErrorMessage = "must be sha256- and the base64 of a SHA-256 hash")]
    public required string Digest { get; init; }
}
