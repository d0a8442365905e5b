namespace PluginRoom.Host.Settings;

/// <summary>
/// Where the page and the worker are when nothing says otherwise: beside the host where it was published, else where the
/// repository's build puts them (<c>artifacts/bin/&lt;project&gt;/&lt;configuration&gt;/</c>).
/// </summary>
internal static class BuiltParts
{
    private static readonly string Here = AppContext.BaseDirectory;

    public static string WebFolder => FirstExisting(
        Path.Combine(Here, "web"),
        Path.Combine(Here, "../../../../web/dist"));

    public static string WorkerAssembly => FirstExisting(
        Path.Combine(Here, "worker/PluginRoom.Worker.dll"),
        Path.Combine(Here, "../../Worker", Path.GetFileName(Path.TrimEndingDirectorySeparator(Here)), "PluginRoom.Worker.dll"));

    /// <summary>The list of the plugins that were built with this host; missing where the host was built alone.</summary>
    public static string BundledPlugins => Path.Combine(Here, Trust.BundledPlugins.FileName);

    private static string FirstExisting(string published, string built) => Path.Exists(published) ? published : built;
}
