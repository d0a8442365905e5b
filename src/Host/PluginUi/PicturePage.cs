using System.Net;

namespace PluginRoom.Host.PluginUi;

/// <summary>
/// The page around a plugin's script that changes a person's camera picture: the boot script, and the plugin's script as text in it. From
/// there on nothing has to be fetched, so nothing can be: not even the choice among files of its own could tell the host what a camera sees.
/// </summary>
internal static class PicturePage
{
    public static string Render(string code, BootScript boot) =>
        $"<!doctype html><html><head><script data-picture=\"{WebUtility.HtmlEncode(code)}\">{boot.Source}</script></head><body></body></html>";
}
