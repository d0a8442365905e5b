using PluginRoom.Host.PluginUi.Addresses;
using PluginRoom.Host.Plugins.Manifest;
using Xunit;

namespace PluginRoom.Host.Tests.PluginUi;

public sealed class SeparateOriginTests : IAsyncLifetime
{
    private const string Frames = "Host: plugins.example.net";
    private const string Page = "Host: meet.example.org";

    private static readonly PluginUiOrigins Origins = new("https://meet.example.org", "https://plugins.example.net");

    private UiHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await UiHost.StartAsync(Origins);

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Files_are_served_under_the_name_for_frames_and_under_no_other()
    {
        Assert.Equal(200, (await _host.GetAsync(_host.Address.UiPath + "app.js", Frames)).Status);
        Assert.Equal(200, (await _host.GetAsync(_host.Address.UiPath + "app.js", "Host: PLUGINS.example.net")).Status);
        foreach (var other in new[] { Page, "Host: plugins.example.net:8443", "Host: plugins.example.net.evil.example" })
            Assert.Equal(404, (await _host.GetAsync(_host.Address.UiPath + "app.js", other)).Status);
    }

    [Fact]
    public async Task Policies_name_the_two_origins_whatever_scheme_the_proxy_speaks()
    {
        var response = await _host.GetAsync(_host.Address.UiPath + "index.html", Frames, "Sec-Fetch-Dest: iframe");
        var policy = response.All("Content-Security-Policy").First();
        Assert.Contains($"script-src https://plugins.example.net{_host.Address.UiPath} ", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors https://meet.example.org;", policy, StringComparison.Ordinal);
        Assert.Equal($"(\"https://plugins.example.net{_host.Address.UiPath}*\\\\?\")", response.Header("Connection-Allowlist"));
    }

    [Fact]
    public async Task The_probe_runs_where_the_frames_do()
    {
        Assert.Contains("frame-ancestors https://meet.example.org", (await _host.GetAsync("/plugins/probe/sealed", Frames)).Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal(404, (await _host.GetAsync("/plugins/probe/sealed", Page)).Status);
    }

    [Fact]
    public async Task Under_the_name_for_frames_there_is_no_page_and_under_that_of_the_page_there_is()
    {
        Assert.Equal(404, (await _host.GetAsync("/r/room", Frames)).Status);
        Assert.Equal(404, (await _host.GetAsync("/hubs/room", Frames)).Status);
        Assert.Contains("the page", (await _host.GetAsync("/r/room", Page)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_privacy_policy_is_read_where_the_page_is()
    {
        _host.Write("PRIVACY.md", "We keep nothing.");
        Assert.Equal("We keep nothing.", (await _host.GetAsync(_host.Address.PrivacyPolicyPath, Page)).Body);
        Assert.Equal(404, (await _host.GetAsync(_host.Address.PrivacyPolicyPath, Frames)).Status);
    }

    [Theory]
    [InlineData("https://meet.example.org", "https://plugins.example.net", false)]
    [InlineData("https://meet.example.org", "https://plugins.example.org", true)]
    [InlineData("http://localhost:5170", "http://127.0.0.1:5170", false)]
    [InlineData("http://10.0.0.1", "http://127.0.0.1", false)]
    public void Two_names_that_may_be_one_site_are_noticed(string page, string frames, bool expected) =>
        Assert.Equal(expected, new PluginUiOrigins(page, frames).LookLikeOneSite);

    [Fact]
    public void The_address_of_a_frame_is_on_the_origin_for_frames() => Assert.StartsWith(
        "https://plugins.example.net/plugins/org.example.hello/",
        new PluginUiAddresses(Origins).UrlFor(new(SampleUi.Manifest(), "/nowhere", "hash"), new ManifestUi { Slot = UiSlot.Panel, Title = "x", Entry = "ui/index.html" }),
        StringComparison.Ordinal);
}
