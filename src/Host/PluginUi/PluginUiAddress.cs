namespace PluginRoom.Host.PluginUi;

/// <summary>Where one installed version of a plugin is served from, for the life of this process.</summary>
/// <param name="Key">Random: the files need no sign-in (a frame with an opaque origin carries no cookies), so the path must not be guessable.</param>
/// <param name="Directory">The installed snapshot.</param>
/// <param name="PrivacyPolicy">File in <paramref name="Directory"/>, or null.</param>
public sealed record PluginUiAddress(string PluginId, string Key, string Directory, string? PrivacyPolicy)
{
    public const string Prefix = "/plugins/";

    /// <summary>The UI folder, in the snapshot and in the address alike.</summary>
    public const string Folder = "ui";

    public string UiPath => PathOf(PluginId, Key);

    public string PrivacyPolicyPath => $"{Prefix}{PluginId}/{Key}/privacy";

    public string UiDirectory => Path.Combine(Directory, Folder);

    /// <summary>Path of one of its pages.</summary>
    /// <param name="uiEntry">As in the manifest, e.g. <c>ui/index.html</c>.</param>
    public string UrlOf(string uiEntry) => UiPath + string.Join('/', uiEntry.Split('/').Skip(1).Select(Uri.EscapeDataString));

    public static string PathOf(string pluginId, string key) => $"{Prefix}{pluginId}/{key}/{Folder}/";
}
