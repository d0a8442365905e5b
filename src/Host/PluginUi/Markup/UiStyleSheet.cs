using AngleSharp.Dom;

namespace PluginRoom.Host.PluginUi.Markup;

/// <summary>Writes a linked style sheet as an import: a page without any <c>link</c> cannot preconnect, prefetch or preload.</summary>
public static class UiStyleSheet
{
    public static bool IsPlainMedia(string? media) =>
        media is null || media.All(symbol => char.IsAsciiLetterOrDigit(symbol) || " ()-:,.".Contains(symbol, StringComparison.Ordinal));

    public static void Rewrite(IElement link)
    {
        var style = link.Owner!.CreateElement("style");
        style.TextContent = $"@import url(\"{link.GetAttribute("href")}\") {link.GetAttribute("media")}".TrimEnd() + ";";
        link.Replace(style);
    }
}
