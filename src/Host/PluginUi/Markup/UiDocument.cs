using System.Text;
using System.Text.Json;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace PluginRoom.Host.PluginUi.Markup;

/// <summary>
/// One HTML page of a plugin's UI: what is wrong with it, or the markup that the host serves for it. The same reading serves the
/// check at install time and every request, so that nothing is served that was not checked.
/// </summary>
public sealed class UiDocument
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly IHtmlDocument? _document;

    private UiDocument(IHtmlDocument? document, IReadOnlyList<UiFinding> findings) => (_document, Findings) = (document, findings);

    public IReadOnlyList<UiFinding> Findings { get; }

    /// <summary>Paths of the scripts and style sheets that the page names, relative to the UI folder, with the line that names them.</summary>
    public IEnumerable<(string Path, int Line)> References(string page) =>
        from element in UiTree.Elements(_document)
        let reference = element.LocalName switch { "script" => element.GetAttribute("src"), "link" => element.GetAttribute("href"), _ => null }
        where reference is not null
        let path = UiReference.Resolve(page, reference)
        where path is not null
        select (path, Line(element));

    /// <param name="page">Path relative to the UI folder, for messages and relative references.</param>
    public static UiDocument Read(string page, byte[] content)
    {
        if ((UiText.Problem(content) ?? SizeProblem(content)) is { } problem)
            return new(null, [new(page, 0, problem)]);

        var document = Parse(StrictUtf8.GetString(content).TrimStart('\uFEFF'));
        return new(document, Inspect(document, page));
    }

    /// <summary>The page as served, the boot script first. Only when there are no <see cref="Findings"/>; consumes the document.</summary>
    public string? Render(string page, BootScript boot)
    {
        if (_document is null || Findings.Count > 0)
            return null;

        var scripts = Rewrite(_document);
        _document.Head!.Prepend(BootElement(_document, boot, scripts));
        var html = _document.ToHtml();
        return IsUnambiguous(html, page, boot) ? html : null;
    }

    private static List<UiScript> Rewrite(IHtmlDocument document)
    {
        var elements = UiTree.Elements(document).ToList();
        var scripts = elements.Where(element => element.LocalName == "script").ToList();
        var loaded = scripts.Select(UiScript.From).ToList();
        foreach (var element in scripts.Concat(elements.Where(element => element.LocalName == "meta")))
            element.Remove();

        foreach (var link in elements.Where(element => element.LocalName == "link"))
            UiStyleSheet.Rewrite(link);

        foreach (var comment in document.Descendants<IComment>().ToList())
            comment.Remove();

        return loaded;
    }

    private static IElement BootElement(IHtmlDocument document, BootScript boot, List<UiScript> scripts)
    {
        var element = document.CreateElement("script");
        element.SetAttribute("data-scripts", JsonSerializer.Serialize(scripts, JsonSerializerOptions.Web));
        element.TextContent = boot.Source;
        return element;
    }

    // Markup can change its meaning when it is written out and read again; a browser reads what was written out.
    private static bool IsUnambiguous(string html, string page, BootScript boot)
    {
        var again = Parse(html);
        var first = again.Head?.FirstElementChild;
        if (first is not IHtmlScriptElement || first.TextContent != boot.Source)
            return false;

        first.Remove();
        return Inspect(again, page).Count == 0 && !UiTree.Elements(again).Any(element => element.LocalName is "script" or "link" or "meta");
    }

    private static string? SizeProblem(byte[] content) =>
        content.Length > UiLimits.HtmlBytes ? $"it is larger than {UiLimits.HtmlBytes / 1024} KiB: move data and scripts to files of their own."
        : content.AsSpan().Count((byte)'<') > UiLimits.HtmlTags ? $"it has more than {UiLimits.HtmlTags} tags: build the page in a script."
        : null;

    private static IHtmlDocument Parse(string html) =>
        new HtmlParser(new HtmlParserOptions { IsScripting = true, IsKeepingSourceReferences = true }).ParseDocument(html);

    private static List<UiFinding> Inspect(IHtmlDocument document, string page) =>
        UiTree.IsTooDeep(document)
            ? [new(page, 0, $"it nests more than {UiTree.MaxDepth} elements: flatten it or build it in a script.")]
            : [.. from element in UiTree.Elements(document) from problem in UiMarkupRules.Check(element, page) select new UiFinding(page, Line(element), problem)];

    // The parser notes no place for what is not HTML. There it is the line of what stands before, and the line breaks since.
    private static int Line(IElement element)
    {
        if (element.SourceReference is { Position.Line: var line })
            return line;

        var breaks = 0;
        for (var before = element.PreviousSibling; before is not null; before = before.PreviousSibling)
        {
            breaks += before.TextContent.Count(symbol => symbol == '\n');
            if (before is IElement { SourceReference.Position.Line: var known })
                return known + breaks;
        }

        return element.ParentElement is { } parent ? Line(parent) + breaks : 1 + breaks;
    }
}
