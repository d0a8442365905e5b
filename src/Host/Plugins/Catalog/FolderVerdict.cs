using PluginRoom.Host.Plugins.Manifest;
using PluginRoom.Host.Plugins.Manifest.Reading;

namespace PluginRoom.Host.Plugins.Catalog;

/// <summary>What one look at a settled folder found: a plugin, or all that is wrong.</summary>
internal sealed record FolderVerdict(InstalledPlugin? Plugin, IReadOnlyList<ManifestError> Errors, ManifestReading? Reading)
{
    public bool MayStillArrive => Errors.Any(error => error.MayStillArrive);

    public static FolderVerdict Broken(string message, bool mayStillArrive = false) =>
        new(null, [new ManifestError("", message) { MayStillArrive = mayStillArrive }], null);
}
