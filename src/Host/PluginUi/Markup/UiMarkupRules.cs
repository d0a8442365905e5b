using AngleSharp.Dom;

namespace PluginRoom.Host.PluginUi.Markup;

/// <summary>What a plugin's HTML may not contain, each with what to do instead.</summary>
public static class UiMarkupRules
{
    private const string Html = "http://www.w3.org/1999/xhtml";

    // Each of these reaches the network, opens a fresh set of globals, or hands a click to another page, and no policy stops it.
    private static readonly Dictionary<string, string> Refused = new(StringComparer.Ordinal)
    {
        ["iframe"] = "a frame would have fresh globals; draw in this page instead",
        ["frame"] = "a frame would have fresh globals; draw in this page instead",
        ["frameset"] = "a frame would have fresh globals; draw in this page instead",
        ["fencedframe"] = "a frame would have fresh globals; draw in this page instead",
        ["portal"] = "a frame would have fresh globals; draw in this page instead",
        ["object"] = "use <img>, <video> or a script",
        ["embed"] = "use <img>, <video> or a script",
        ["applet"] = "use a script",
        ["base"] = "write paths relative to this file",
        ["a"] = "use a <button> and pluginroom.openLink(url), which shows the address first",
        ["area"] = "use a <button> and pluginroom.openLink(url), which shows the address first",
        ["math"] = "draw formulas as SVG or text",
        // Read differently with scripting on and off, or as raw text: what was checked would not be what is shown.
        ["noscript"] = "scripts always run here; remove it",
        ["noembed"] = "remove it",
        ["noframes"] = "remove it",
        ["plaintext"] = "use <pre>",
        ["xmp"] = "use <pre>",
    };

    public static IEnumerable<string> Check(IElement element, string page)
    {
        var name = element.LocalName.ToLowerInvariant();
        if (Refused.TryGetValue(name, out var instead))
            yield return $"<{name}> is not allowed: {instead}.";

        if (name is "link" && !IsStyleSheet(element, page))
            yield return "<link> is allowed only as <link rel=\"stylesheet\" href=\"relative/path.css\"> to a file in the ui folder.";

        if (name is "meta" && !IsHarmless(element))
            yield return "<meta> is allowed only as charset=\"utf-8\" or name=\"viewport\"; headers are the host's.";

        if (name is "script")
            foreach (var problem in Script(element, page))
                yield return problem;

        if (name is "style" && element.NamespaceUri != Html)
            yield return "<style> inside SVG is not allowed: move it to a style sheet.";

        if (element.ShadowRoot is not null)
            yield return "a shadow root in markup is not allowed: call attachShadow in a script file.";

        foreach (var problem in element.Attributes.Select(Attribute).OfType<string>())
            yield return problem;
    }

    private static string? Attribute(IAttr attribute) => attribute.LocalName.ToLowerInvariant() switch
    {
        var name when name.StartsWith("on", StringComparison.Ordinal) =>
            $"the handler {name}=\"...\" is not allowed: use addEventListener in a script file.",
        "srcdoc" or "is" or "shadowrootmode" => $"the attribute {attribute.LocalName} is not allowed: remove it.",
        _ => null,
    };

    private static IEnumerable<string> Script(IElement script, string page)
    {
        if (script.NamespaceUri != Html)
            yield return "<script> inside SVG is not allowed: move it to a script file.";

        if (!string.IsNullOrWhiteSpace(script.TextContent))
            yield return "inline script is not allowed: move it to a file and write <script src=\"file.js\"></script>.";
        else if (UiReference.Resolve(page, script.GetAttribute("src") ?? "") is null)
            yield return "<script> needs src=\"relative/path.js\" to a file in the ui folder: no other host, no leading slash, no query.";

        if (UiScript.KindOf(script) is null)
            yield return "<script> may be classic or type=\"module\" only; load data with fetch().";
    }

    private static bool IsStyleSheet(IElement link, string page) =>
        string.Equals(link.GetAttribute("rel")?.Trim(), "stylesheet", StringComparison.OrdinalIgnoreCase)
        && UiReference.Resolve(page, link.GetAttribute("href") ?? "") is not null
        && UiStyleSheet.IsPlainMedia(link.GetAttribute("media"));

    // Both are dropped when the page is served: a header says the first, and the frame's size is the page's.
    private static bool IsHarmless(IElement meta) =>
        string.Equals(meta.GetAttribute("charset"), "utf-8", StringComparison.OrdinalIgnoreCase) && meta.Attributes.Length == 1
        || string.Equals(meta.GetAttribute("name"), "viewport", StringComparison.OrdinalIgnoreCase) && !meta.HasAttribute("http-equiv");
}
