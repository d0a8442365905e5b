using System.Collections.Immutable;

namespace PluginRoom.Host.Plugins.Catalog;

/// <summary>The plugins of this host, kept in step with the plugins folder.</summary>
public sealed class PluginCatalog
{
    /// <summary>Ordered by folder name.</summary>
    public ImmutableArray<CatalogEntry> Entries { get; } = [];

    /// <summary>Handlers run one at a time; they must not block.</summary>
    public event Action<CatalogChange>? Changed;

    public InstalledPlugin? Find(string id) => Entries.FirstOrDefault(entry => entry.Plugin?.Manifest.Id == id)?.Plugin;

    private void Tell(CatalogChange change) => Changed?.Invoke(change);
}
