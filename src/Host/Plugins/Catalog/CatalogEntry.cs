using PluginRoom.Host.Plugins.Manifest;
using PluginRoom.Protocol.Client;

namespace PluginRoom.Host.Plugins.Catalog;

public enum CatalogState
{
    /// <summary>Files are still arriving.</summary>
    Settling,

    /// <summary>Can be added to rooms. With errors: the folder has changed to something broken, and the version before runs on.</summary>
    Ready,
    Broken,
}

/// <summary>One folder of the plugins folder, as it stands.</summary>
/// <param name="Folder">The folder's name.</param>
/// <param name="Id">Null while plugin.json does not tell one.</param>
/// <param name="Plugin">What rooms can add; null unless <see cref="CatalogState.Ready"/>.</param>
public sealed record CatalogEntry(
    string Folder,
    CatalogState State,
    string? Id,
    string? Name,
    string? Version,
    IReadOnlyList<ManifestError> Errors,
    InstalledPlugin? Plugin)
{
    public string StateName => State switch
    {
        CatalogState.Settling => "settling",
        CatalogState.Ready => "ready",
        _ => "broken",
    };

    /// <summary>As the page sees it.</summary>
    public CatalogPlugin ToView() => new(
        Id ?? Folder,
        Name ?? Folder,
        Version ?? "",
        StateName,
        Plugin?.Manifest.Publisher.Name,
        Plugin?.Manifest.Summary,
        [.. Errors.Select(error => error.ToString())],
        string.Empty,
        null,
        null);
}
