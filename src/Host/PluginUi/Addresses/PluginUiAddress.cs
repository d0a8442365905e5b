using PluginRoom.Host.Plugins.Manifest;

namespace PluginRoom.Host.PluginUi.Addresses;

/// <summary>Where one installed version of a plugin is served from, for the life of this process.</summary>
/// <param name="Key">Random: the files need no sign-in (a frame with an opaque origin carries no cookies), so the path must not be guessable.</param>
/// <param name="Directory">The installed snapshot.</param>
/// <param name="PrivacyPolicy">File in <paramref name="Directory"/>, or null.</param>
/// <param name="Workers">Scripts, relative to the UI folder, that run as workers; the host makes the page for each.</param>
/// <param name="Pictures">The same of the scripts that change pictures; the page for each holds the script, because it can fetch nothing.</param>
public sealed record PluginUiAddress(
    string PluginId, string Key, string Directory, string? PrivacyPolicy, IReadOnlySet<string> Workers, IReadOnlySet<string> Pictures)
{
    public const string Prefix = "/plugins/";

    /// <summary>The UI folder, in the snapshot and in the address alike.</summary>
    public const string Folder = "ui";

    private const string WorkerFolder = "worker";
    private const string PictureFolder = "picture";

    public string UiPath => PathOf(PluginId, Key);

    public string PrivacyPolicyPath => $"{Prefix}{PluginId}/{Key}/privacy";

    public string UiDirectory => Path.Combine(Directory, Folder);

    /// <summary>Path of the page for one of its frames.</summary>
    public string UrlOf(ManifestUi ui)
    {
        var file = string.Join('/', ui.Entry.Split('/').Skip(1).Select(Uri.EscapeDataString));
        return ui switch
        {
            { Slot: UiSlot.Transform } => $"{Prefix}{PluginId}/{Key}/{PictureFolder}/{file}",
            { Mode: UiMode.Worker } => $"{Prefix}{PluginId}/{Key}/{WorkerFolder}/{file}",
            _ => UiPath + file,
        };
    }

    public static string PathOf(string pluginId, string key) => $"{Prefix}{pluginId}/{key}/{Folder}/";
}
