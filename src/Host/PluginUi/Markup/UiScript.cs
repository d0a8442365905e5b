using AngleSharp.Dom;

namespace PluginRoom.Host.PluginUi.Markup;

/// <summary>One of the author's scripts, as the boot script is told to load it.</summary>
public sealed record UiScript(string Src, bool Module)
{
    public static UiScript From(IElement script) => new(script.GetAttribute("src")!, KindOf(script) == "module");

    /// <summary><c>classic</c>, <c>module</c>, or null for what a browser would not run or would read as something else.</summary>
    public static string? KindOf(IElement script) => script.GetAttribute("type")?.Trim().ToLowerInvariant() switch
    {
        _ when script.HasAttribute("nomodule") || script.HasAttribute("language") => null,
        null or "" or "text/javascript" or "application/javascript" => "classic",
        "module" => "module",
        _ => null,
    };
}
