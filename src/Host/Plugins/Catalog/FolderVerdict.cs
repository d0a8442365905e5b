using PluginRoom.Host.Plugins.Manifest;
using PluginRoom.Host.Plugins.Manifest.Reading;

namespace PluginRoom.Host.Plugins.Catalog;

/// <summary>What one look at a settled folder found: a plugin, or all that is wrong.</summary>
internal sealed record FolderVerdict(InstalledPlugin? Plugin, IReadOnlyList<ManifestError> Errors, ManifestReading? Reading)
{
    /// <summary>Not taken yet: an update in its cool-down.</summary>
    public WaitingUpdate? Waiting { get; init; }

    /// <summary>Not taken by the rules of trust, so what was used before a restart is used on.</summary>
    public bool FallsBack { get; init; }

    public bool MayStillArrive => Errors.Any(error => error.MayStillArrive);

    public static FolderVerdict Broken(string message, bool mayStillArrive = false) =>
        new(null, [new ManifestError("", message) { MayStillArrive = mayStillArrive }], null);
}

/// <summary>An update that the operator's cool-down holds back.</summary>
internal sealed record WaitingUpdate(string Id, string Version, string Content);
