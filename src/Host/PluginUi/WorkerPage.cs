using System.Net;

namespace PluginRoom.Host.PluginUi;

/// <summary>The page around a plugin's script that runs as a worker: the boot script, told where the script is, and nothing of the author's.</summary>
internal static class WorkerPage
{
    /// <param name="script">Path relative to the UI folder.</param>
    public static string Render(string script, BootScript boot)
    {
        // Both addresses have the same depth, so a relative one works on whatever host name the browser knows.
        var up = string.Concat(Enumerable.Repeat("../", script.Count(symbol => symbol == '/') + 1));
        var address = up + PluginUiAddressFolder + string.Join('/', script.Split('/').Select(Uri.EscapeDataString));
        return $"<!doctype html><html><head><script data-worker=\"{WebUtility.HtmlEncode(address)}\">{boot.Source}</script></head><body></body></html>";
    }

    private const string PluginUiAddressFolder = Addresses.PluginUiAddress.Folder + "/";
}
