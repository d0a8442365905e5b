using System.Text;
using PluginRoom.Host.PluginUi;
using PluginRoom.Host.PluginUi.Markup;
using Xunit;

namespace PluginRoom.Host.Tests.PluginUi;

public sealed class UiDocumentTests
{
    private static readonly BootScript Boot = new("/* boot */ void 0;");

    [Fact]
    public void The_boot_script_is_the_first_element_and_gets_the_authors_scripts_in_order()
    {
        var html = Render("""
            <!doctype html>
            <html lang="en">
            <head>
              <meta charset="utf-8">
              <link rel="stylesheet" href="board.css" media="screen">
              <script src="lib/first.js"></script>
            </head>
            <body><main id="board"></main><script type="module" src="./board.js"></script></body>
            </html>
            """);
        Assert.Contains("<head><script data-scripts=\"[{&quot;src&quot;:&quot;lib/first.js&quot;,&quot;module&quot;:false},{&quot;src&quot;:&quot;./board.js&quot;,&quot;module&quot;:true}]\">/* boot */ void 0;</script>", html, StringComparison.Ordinal);
        Assert.Contains("<style>@import url(\"board.css\") screen;</style>", html, StringComparison.Ordinal);
        Assert.Contains("<main id=\"board\"></main>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<meta", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<link", html, StringComparison.Ordinal);
        Assert.Equal(1, html.Split("<script").Length - 1);
    }

    [Fact]
    public void A_page_without_any_tag_still_starts_with_the_boot_script() =>
        Assert.StartsWith("<html><head><script data-scripts=\"[]\">/* boot */ void 0;</script></head>", Render("Hello"), StringComparison.Ordinal);

    [Fact]
    public void Comments_are_dropped() => Assert.DoesNotContain("<!--", Render("<!doctype html><p>a<!-- <iframe> -->b</p>"), StringComparison.Ordinal);

    [Theory]
    [InlineData("<p>\n<iframe src=x></iframe>", 2, "<iframe>")]
    [InlineData("<a href=\"https://example.org\">x</a>", 1, "pluginroom.openLink")]
    [InlineData("<svg><a/></svg>", 1, "<a>")]
    [InlineData("<object data=x></object>", 1, "<object>")]
    [InlineData("<embed src=x>", 1, "<embed>")]
    [InlineData("<base href=/>", 1, "<base>")]
    [InlineData("<map><area href=x></map>", 1, "<area>")]
    [InlineData("<p>\n<math></math>", 2, "<math>")]
    [InlineData("<frameset><frame></frameset>", 1, "<frameset>")]
    [InlineData("<portal></portal>", 1, "<portal>")]
    [InlineData("<fencedframe></fencedframe>", 1, "<fencedframe>")]
    [InlineData("<applet></applet>", 1, "<applet>")]
    [InlineData("<noscript><iframe></noscript>", 1, "<noscript>")]
    [InlineData("<template><iframe></iframe></template>", 1, "<iframe>")]
    [InlineData("<div><template ShadowRootMode=open><template><iframe></iframe></template></template></div>", 1, "attachShadow")]
    [InlineData("<div><template><template shadowrootmode=open><p></template></template></div>", 1, "attachShadow")]
    [InlineData("<meta http-equiv=refresh content='0;url=//x'>", 1, "<meta>")]
    [InlineData("<meta name=viewport http-equiv=refresh content='0;url=//x'>", 1, "<meta>")]
    [InlineData("<link rel=preconnect href=//x>", 1, "<link>")]
    [InlineData("<link rel='stylesheet preload' href=x.css>", 1, "<link>")]
    [InlineData("<link rel=stylesheet href=https://x/x.css>", 1, "<link>")]
    [InlineData("<link rel=stylesheet href='x.css\"); @import url(\"//x'>", 1, "<link>")]
    [InlineData("<script>void 0</script>", 1, "inline script")]
    [InlineData("<script src=a.js>void 0</script>", 1, "inline script")]
    [InlineData("<script type=importmap>{}</script>", 1, "inline script")]
    [InlineData("<script src=//x/a.js></script>", 1, "relative/path.js")]
    [InlineData("<script src=/a.js></script>", 1, "relative/path.js")]
    [InlineData("<script src=../a.js></script>", 1, "relative/path.js")]
    [InlineData("<script src='a.js?x'></script>", 1, "relative/path.js")]
    [InlineData("<script src=data:,x></script>", 1, "relative/path.js")]
    [InlineData("<script type=speculationrules src=a.js></script>", 1, "classic")]
    [InlineData("<svg><script href=//x></script></svg>", 1, "inside SVG")]
    [InlineData("<svg><style><img src=x></style></svg>", 1, "inside SVG")]
    [InlineData("<button onclick=x()>x</button>", 1, "addEventListener")]
    [InlineData("<p>\n\n<svg ONLOAD=x()></svg>", 3, "onload")]
    [InlineData("<button is=x-frame></button>", 1, "attribute is")]
    public void What_could_lead_out_is_refused_with_its_line(string html, int line, string words)
    {
        var findings = UiDocument.Read("index.html", Encoding.UTF8.GetBytes(html)).Findings;
        Assert.Contains(findings, finding => finding.Line == line && finding.Problem.Contains(words, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(new byte[] { 0xFE, 0xFF, 0, 0x3C }, "UTF-16")]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x3C, 0 }, "UTF-16")]
    [InlineData(new byte[] { 0x3C, 0 }, "zero byte")]
    [InlineData(new byte[] { 0x3C, 0xC0, 0xAF }, "UTF-8")]
    public void A_page_in_another_encoding_is_refused(byte[] content, string words) =>
        Assert.Contains(words, Assert.Single(UiDocument.Read("index.html", content).Findings).Problem, StringComparison.Ordinal);

    [Theory]
    [InlineData(50_000, "tags")]
    [InlineData(4_000, "nests")]
    public void Nesting_without_end_is_refused_and_exhausts_neither_time_nor_stack(int depth, string words)
    {
        var html = string.Concat(Enumerable.Repeat("<div>", depth));
        var document = UiDocument.Read("index.html", Encoding.UTF8.GetBytes(html));
        Assert.Contains(words, Assert.Single(document.Findings).Problem, StringComparison.Ordinal);
        Assert.Null(document.Render("index.html", Boot));
    }

    [Theory]
    [InlineData("<table><style><!--</style><p title='--><iframe>'>x")]
    [InlineData("<title><!--</title><iframe srcdoc='--><p>'></iframe>")]
    [InlineData("<form><svg><form><style><iframe></style></svg>")]
    [InlineData("<svg><desc><style><iframe></style></desc></svg>")]
    [InlineData("<select><iframe></select>")]
    [InlineData("<p title='</p><iframe>'>x")]
    public void What_is_served_never_holds_a_frame_however_it_is_read(string html)
    {
        var served = UiDocument.Read("index.html", Encoding.UTF8.GetBytes(html)).Render("index.html", Boot);
        if (served is not null)
            Assert.DoesNotContain(Elements(served), name => name == "iframe");
    }

    private static IEnumerable<string> Elements(string html) =>
        UiTree.Elements(new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html)).Select(element => element.LocalName);

    private static string Render(string html)
    {
        var document = UiDocument.Read("index.html", Encoding.UTF8.GetBytes(html));
        Assert.Empty(document.Findings);
        return document.Render("index.html", Boot)!;
    }
}
