namespace PluginRoom.Host.Plugins.Catalog;

/// <summary>What happened to the catalog. Told in order, one at a time, after <see cref="PluginCatalog.Entries"/> has changed.</summary>
public abstract record CatalogChange
{
    private CatalogChange()
    {
    }

    /// <summary>A plugin is there, new or as another version of one that was there under the same id.</summary>
    public sealed record Installed(InstalledPlugin Plugin, InstalledPlugin? Replaces) : CatalogChange;

    /// <summary>Its folder is gone.</summary>
    public sealed record Removed(InstalledPlugin Plugin) : CatalogChange;

    /// <summary>The operator blocked it.</summary>
    /// <param name="Reason">In the operator's words, where there are any.</param>
    public sealed record Blocked(InstalledPlugin Plugin, string? Reason) : CatalogChange;

    /// <summary>Only a state or errors changed.</summary>
    public sealed record Listed : CatalogChange;
}
