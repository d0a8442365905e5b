using Xunit;

namespace PluginRoom.Host.Tests.PluginUi;

public sealed class UiFilesTests : IAsyncLifetime
{
    private UiHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await UiHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData("../secret.txt")]
    [InlineData("..%2fsecret.txt")]
    [InlineData("%2e%2e/secret.txt")]
    [InlineData("%2e%2e%2fsecret.txt")]
    [InlineData("..\\secret.txt")]
    [InlineData("..%5csecret.txt")]
    [InlineData("x/../../secret.txt")]
    [InlineData("%252e%252e/secret.txt")]
    [InlineData("/etc/hostname.txt")]
    [InlineData("//etc/hostname.txt")]
    [InlineData("%00.txt")]
    [InlineData("app.js/")]
    [InlineData("app.js%00.txt")]
    [InlineData(".hidden.txt")]
    [InlineData("")]
    [InlineData("Hello.dll")]
    [InlineData("no-extension")]
    [InlineData("app.js?x=1")]
    [InlineData("INDEX.HTML")]
    public async Task A_path_that_is_not_a_file_of_the_ui_folder_is_not_found(string path)
    {
        _host.Write("ui/.hidden.txt", "hidden");
        _host.Write("ui/Hello.dll", "MZ");
        _host.Write("ui/no-extension", "x");
        var response = await _host.GetAsync(_host.Address.UiPath + path);
        Assert.True(response.Status is 400 or 404, $"answered {response.Status}");
        Assert.DoesNotContain("not for browsers", response.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("the page", response.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_out_of_the_folder_is_not_followed()
    {
        Directory.CreateSymbolicLink(_host.PathOf("ui/out"), _host.PathOf("."));
        File.CreateSymbolicLink(_host.PathOf("ui/out.txt"), _host.PathOf("secret.txt"));
        Assert.Equal(404, (await _host.GetAsync(_host.Address.UiPath + "out/secret.txt")).Status);
        Assert.Equal(404, (await _host.GetAsync(_host.Address.UiPath + "out.txt")).Status);
    }

    [Theory]
    [InlineData("document")]
    [InlineData("empty")]
    [InlineData("embed")]
    [InlineData("object")]
    public async Task A_page_is_given_to_a_frame_only(string destination) =>
        Assert.Equal(403, (await _host.GetAsync(_host.Address.UiPath + "index.html", $"Sec-Fetch-Dest: {destination}")).Status);

    [Theory]
    [InlineData("iframe")]
    [InlineData("document")]
    [InlineData("object")]
    public async Task Another_file_is_never_shown_as_a_page(string destination)
    {
        _host.Write("ui/picture.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        Assert.Equal(403, (await _host.GetAsync(_host.Address.UiPath + "picture.svg", $"Sec-Fetch-Dest: {destination}")).Status);
        Assert.Equal(200, (await _host.GetAsync(_host.Address.UiPath + "picture.svg", "Sec-Fetch-Dest: image")).Status);
    }

    [Fact]
    public async Task A_file_has_the_type_of_the_closed_list_and_its_exact_bytes()
    {
        var response = await _host.GetAsync(_host.Address.UiPath + "app.js");
        Assert.Equal("text/javascript; charset=utf-8", response.Header("Content-Type"));
        Assert.Equal("void 0;", response.Body);
    }

    [Fact]
    public async Task Head_answers_without_a_body()
    {
        var response = await _host.SendAsync("HEAD", _host.Address.UiPath + "app.js");
        Assert.Equal(200, response.Status);
        Assert.Equal("7", response.Header("Content-Length"));
        Assert.Empty(response.Body);
    }

    [Fact]
    public async Task The_privacy_policy_is_plain_text_whatever_it_contains()
    {
        _host.Write("PRIVACY.md", "<script>alert(1)</script>");
        var response = await _host.GetAsync(_host.Address.PrivacyPolicyPath);
        Assert.Equal("text/plain; charset=utf-8", response.Header("Content-Type"));
        Assert.Equal("nosniff", response.Header("X-Content-Type-Options"));
        Assert.Contains("sandbox", response.Header("Content-Security-Policy"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_below_plugins_falls_back_to_the_page()
    {
        Assert.Contains("the page", (await _host.GetAsync("/r/room")).Body, StringComparison.Ordinal);
        Assert.Equal(404, (await _host.GetAsync("/plugins/whatever")).Status);
        Assert.Equal(404, (await _host.GetAsync("/plugins")).Status);
    }
}
