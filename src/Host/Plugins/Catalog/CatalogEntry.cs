using PluginRoom.Host.Plugins.Manifest;
using PluginRoom.Host.Trust.Policy;
using PluginRoom.Protocol.Client;

namespace PluginRoom.Host.Plugins.Catalog;

public enum CatalogState
{
    /// <summary>Files are still arriving.</summary>
    Settling,

    /// <summary>Can be added to rooms. With errors: the folder has changed to something broken, and the version before runs on.</summary>
    Ready,

    /// <summary>An update in its cool-down, and the version before it is not there any more.</summary>
    Waiting,

    /// <summary>The operator blocked it.</summary>
    Blocked,
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
    internal PluginBlock? Blocked { get; init; }

    /// <summary>Another version that lies in the folder and waits out its cool-down.</summary>
    public CatalogUpdate? Update { get; init; }

    public string StateName => State switch
    {
        CatalogState.Settling => "settling",
        CatalogState.Ready => "ready",
        CatalogState.Waiting => "waiting",
        CatalogState.Blocked => "blocked",
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
        Plugin?.Trust ?? "",
        Blocked?.Reason,
        Update);
}
