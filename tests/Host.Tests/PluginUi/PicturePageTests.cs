using System.Net;
using System.Text.RegularExpressions;
using Xunit;

namespace PluginRoom.Host.Tests.PluginUi;

/// <summary>The page around a script that sees a person's camera: it can fetch nothing at all, so it brings the script with it.</summary>
public sealed partial class PicturePageTests : IAsyncLifetime
{
    private UiHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await UiHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [GeneratedRegex("^<!doctype html><html><head><script data-picture=\"([^\"]*)\">")]
    private static partial Regex Code { get; }

    [Fact]
    public async Task It_has_no_address_that_it_could_connect_to()
    {
        var response = await Frame();

        Assert.Equal(200, response.Status);
        var policy = response.Header("Content-Security-Policy");
        Assert.StartsWith(
            $"sandbox allow-scripts; default-src 'none'; script-src {_host.Boot.CspHash} 'wasm-unsafe-eval'; connect-src 'none'; worker-src blob:; frame-src 'none'; "
            + "object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors ",
            policy,
            StringComparison.Ordinal);
        Assert.EndsWith("require-trusted-types-for 'script'; trusted-types default", policy, StringComparison.Ordinal);
        Assert.DoesNotContain(_host.Address.UiPath, policy, StringComparison.Ordinal);
        Assert.Equal("()", response.Header("Connection-Allowlist"));
        Assert.Equal("nosniff", response.Header("X-Content-Type-Options"));
        Assert.Equal(76, response.Header("Permissions-Policy").Split(", ").Length);
    }

    [Theory]
    [InlineData("void 0;")]
    [InlineData("\"</script><script src=https://evil.example></script>\" && `<!--` ; '\\'' ; x = \"\u00e4\u2028\ud83d\ude00\"")]
    public async Task Whatever_the_script_holds_stays_text_until_the_boot_script_runs_it(string code)
    {
        _host.Write("ui/picture.js", code);

        var body = (await Frame()).Body;

        Assert.Equal(code, WebUtility.HtmlDecode(Code.Match(body).Groups[1].Value));
        Assert.Single(Regex.Matches(body, "<script"));
        Assert.EndsWith($"\">{_host.Boot.Source}</script></head><body></body></html>", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("app.js")]
    [InlineData("more/board.js")]
    [InlineData("missing.js")]
    [InlineData("../secret.txt")]
    [InlineData("")]
    public async Task Only_what_the_manifest_names_for_pictures_gets_such_a_page(string script) =>
        Assert.Equal(404, (await _host.GetAsync(Page.Replace("picture.js", script, StringComparison.Ordinal), "Sec-Fetch-Dest: iframe")).Status);

    [Fact]
    public async Task It_is_shown_as_a_frame_only_and_never_as_an_ordinary_worker()
    {
        Assert.Equal(403, (await _host.GetAsync(Page)).Status);
        Assert.Equal(403, (await _host.GetAsync(Page, "Sec-Fetch-Dest: document")).Status);
        Assert.Equal(404, (await _host.GetAsync(Page.Replace("/picture/", "/worker/", StringComparison.Ordinal), "Sec-Fetch-Dest: iframe")).Status);
    }

    private Task<RawResponse> Frame() => _host.GetAsync(Page, "Sec-Fetch-Dest: iframe");

    private string Page => _host.Address.UiPath.Replace("/ui/", "/picture/", StringComparison.Ordinal) + "picture.js";
}
