using PluginRoom.Host.PluginUi;
using PluginRoom.Host.PluginUi.Addresses;
using PluginRoom.Host.Plugins.Catalog;
using PluginRoom.Host.Plugins.Manifest;
using Xunit;

namespace PluginRoom.Host.Tests.PluginUi;

public sealed class PluginUiCheckTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("pluginroom-check-");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public void An_ordinary_folder_has_nothing_to_fix()
    {
        Write("ui/index.html", "<!doctype html><title>x</title><link rel=stylesheet href=css/a.css><script type=module src=a.js></script>");
        Write("ui/css/a.css", "p { color: red }");
        Write("ui/a.js", "import './b.js'");
        Write("ui/a.js.map", "{}");
        Write("ui/README", "words");
        Assert.Empty(Check("ui/index.html"));
    }

    [Fact]
    public void Every_problem_is_told_at_once_with_file_line_and_entry()
    {
        Write("ui/index.html", "<p>\n<a href=x>x</a>\n<script>x()</script>");
        Write("ui/more/other.html", "<iframe></iframe>");
        var errors = Check("ui/index.html");
        Assert.Equal(["/ui/0/entry", "/ui/0/entry", "/ui"], errors.Select(error => error.Pointer));
        Assert.StartsWith("ui/index.html:2: <a> is not allowed", errors[0].Message, StringComparison.Ordinal);
        Assert.StartsWith("ui/index.html:3: inline script", errors[1].Message, StringComparison.Ordinal);
        Assert.StartsWith("ui/more/other.html:1: <iframe>", errors[^1].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("index.html")]
    [InlineData("web/index.html")]
    [InlineData("ui/index.svg")]
    [InlineData("uix/index.html")]
    public void An_entry_that_is_not_a_page_of_the_ui_folder_is_an_error(string entry) =>
        Assert.Equal("/ui/0/entry", Assert.Single(Check(entry)).Pointer);

    [Theory]
    [InlineData("ui/index.html", false)]
    [InlineData("ui/board.mjs", false)]
    [InlineData("web/board.js", false)]
    [InlineData("ui/board.js", true)]
    public void The_entry_of_a_worker_is_a_script_of_the_ui_folder(string entry, bool fine) =>
        Assert.Equal(fine, PluginUiCheck.Check(_directory.FullName, SampleUi.Manifest(Ui(entry) with { Mode = UiMode.Worker })).Count == 0);

    [Fact]
    public void A_script_that_is_not_there_is_an_error()
    {
        Write("ui/index.html", "<script src=missing.js></script>");
        Assert.Contains("missing.js", Assert.Single(Check("ui/index.html")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ui/a.js")]
    [InlineData("ui/a.css")]
    [InlineData("ui/a.svg")]
    [InlineData("ui/index.html")]
    public void A_text_file_in_another_encoding_is_an_error(string file)
    {
        Write("ui/index.html", "<p>x</p>");
        File.WriteAllBytes(Path.Combine(_directory.FullName, file), [0xFF, 0xFE, 0x3C, 0]);
        Assert.Contains("UTF-16", Assert.Single(Check("ui/index.html")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_address_is_unguessable_and_stays_the_same_for_one_installed_version()
    {
        Write("ui/index.html", "<p>x</p>");
        var addresses = new PluginUiAddresses(new());
        var plugin = new InstalledPlugin(Manifest("ui/sub page/index.html"), _directory.FullName, "hash");
        var other = plugin with { Directory = Path.Combine(_directory.FullName, "ui") };
        var url = addresses.UrlFor(plugin, Ui("ui/sub page/index.html"));
        Assert.Matches("^/plugins/org[.]example[.]hello/[0-9a-f]{32}/ui/sub%20page/index[.]html$", url);
        Assert.Equal(url, addresses.UrlFor(plugin, Ui("ui/sub page/index.html")));
        Assert.NotEqual(url, addresses.UrlFor(other, Ui("ui/sub page/index.html")));
        Assert.Null(addresses.Find("org.example.other", url.Split('/')[3]));
    }

    private IReadOnlyList<ManifestError> Check(string entry) => PluginUiCheck.Check(_directory.FullName, Manifest(entry));

    private void Write(string file, string text)
    {
        var path = Path.Combine(_directory.FullName, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private static PluginManifest Manifest(string entry) => SampleUi.Manifest(Ui(entry));

    private static ManifestUi Ui(string entry) => new() { Slot = UiSlot.Panel, Title = "Hello", Entry = entry };
}
