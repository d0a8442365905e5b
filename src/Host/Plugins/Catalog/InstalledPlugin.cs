using PluginRoom.Host.Plugins.Manifest;

namespace PluginRoom.Host.Plugins.Catalog;

/// <summary>A plugin that was checked and can be added to rooms.</summary>
/// <param name="Directory">A copy of the folder as it was when it was checked; nobody else writes there.</param>
/// <param name="ContentHash">Over all files; the same content has the same hash.</param>
public sealed record InstalledPlugin(PluginManifest Manifest, string Directory, string ContentHash)
{
    /// <summary>Who vouches for its files, in words for people.</summary>
    public string Trust { get; init; } = "";

    /// <summary>Id of the key that signed it; null: none did.</summary>
    public string? Signer { get; init; }

    internal SnapshotUse? Use { get; init; }

    /// <summary>Take one while a room runs this version: a replaced or removed plugin's directory is deleted when its last hold ends.</summary>
    public IDisposable? Hold() => Use?.Hold();
}
