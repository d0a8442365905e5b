using Xunit;

namespace PluginRoom.Host.Tests.PluginUi;

public sealed class FrameHeadersTests : IAsyncLifetime
{
    private UiHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await UiHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_page_carries_every_policy() => AssertPolicies(await _host.FrameAsync("index.html"), 200);

    [Fact]
    public async Task A_script_carries_every_policy() => AssertPolicies(await _host.GetAsync(_host.Address.UiPath + "app.js"), 200);

    [Fact]
    public async Task A_missing_file_carries_every_policy() => AssertPolicies(await _host.GetAsync(_host.Address.UiPath + "nothing.js"), 404);

    [Fact]
    public async Task A_refused_page_carries_every_policy() => AssertPolicies(await _host.GetAsync(_host.Address.UiPath + "index.html"), 403);

    [Fact]
    public async Task A_refused_method_carries_every_policy() =>
        AssertPolicies(await _host.SendAsync("POST", _host.Address.UiPath + "app.js", "Content-Length: 0"), 405);

    [Fact]
    public async Task An_unchanged_file_carries_every_policy()
    {
        var first = await _host.FrameAsync("index.html");
        var again = await _host.GetAsync(_host.Address.UiPath + "index.html", "Sec-Fetch-Dest: iframe", $"If-None-Match: {first.Header("ETag")}");
        AssertPolicies(again, 304);
        Assert.Empty(again.Body);
    }

    [Fact]
    public async Task A_page_of_an_address_that_does_not_exist_carries_every_policy()
    {
        var path = $"/plugins/org.example.hello/{new string('0', 32)}/ui/";
        var response = await _host.GetAsync(path + "index.html", "Sec-Fetch-Dest: iframe");
        Assert.Equal(404, response.Status);
        Assert.Equal(Allowlist(path), response.Header("Connection-Allowlist"));
    }

    [Theory]
    [InlineData("evil.example; script-src *")]
    [InlineData("evil.example 'unsafe-inline'")]
    [InlineData("*")]
    [InlineData("user@evil.example")]
    public async Task A_host_name_that_could_change_a_policy_is_refused(string host)
    {
        var response = await _host.GetAsync(_host.Address.UiPath + "app.js", $"Host: {host}");
        Assert.Equal(400, response.Status);
        Assert.DoesNotContain(response.Headers, header => header.Value.Contains("evil", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Sec-Fetch-Dest: iframe", 200)]
    [InlineData("Sec-Fetch-Dest: document", 403)]
    public async Task The_page_around_a_worker_runs_no_script_but_the_boot_script(string destination, int status)
    {
        var response = await _host.GetAsync(WorkerPage, destination);
        var (address, hash) = (Both(_host.Address.UiPath), _host.Boot.CspHash);
        Assert.Equal(status, response.Status);
        Assert.Equal(
            $"sandbox allow-scripts; default-src 'none'; script-src {hash} 'wasm-unsafe-eval'; font-src {address} data:; connect-src {address}; worker-src blob:; "
            + $"frame-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors {Both("")}; "
            + "require-trusted-types-for 'script'; trusted-types default",
            response.Header("Content-Security-Policy"));
        AssertCommon(response);
    }

    [Fact]
    public async Task The_page_around_a_worker_holds_the_boot_script_and_the_address_of_the_plugins_own_and_nothing_else()
    {
        var response = await _host.GetAsync(WorkerPage, "Sec-Fetch-Dest: iframe");
        Assert.Equal("text/html; charset=utf-8", response.Header("Content-Type"));
        Assert.Equal("<!doctype html><html><head><script data-worker=\"../../ui/more/board.js\">/* boot */ void 0;</script></head><body></body></html>", response.Body);
    }

    [Theory]
    [InlineData("app.js")]
    [InlineData("more/missing.js")]
    [InlineData("../secret.txt")]
    [InlineData("")]
    public async Task Only_what_the_manifest_names_as_a_worker_gets_such_a_page(string script) =>
        Assert.Equal(404, (await _host.GetAsync(WorkerPage.Replace("more/board.js", script, StringComparison.Ordinal), "Sec-Fetch-Dest: iframe")).Status);

    [Fact]
    public async Task Nobody_has_to_sign_in_for_a_file_and_nobody_is_marked_by_one()
    {
        var response = await _host.GetAsync(_host.Address.UiPath + "app.js");
        Assert.Equal(200, response.Status);
        Assert.Empty(response.All("Set-Cookie"));
        Assert.Empty(response.All("WWW-Authenticate"));
    }

    private string WorkerPage => _host.Address.UiPath.Replace("/ui/", "/worker/", StringComparison.Ordinal) + "more/board.js";

    // Written out in full, as the browser gets it: this list is what was measured, so a change here needs a new measurement.
    private void AssertPolicies(RawResponse response, int status)
    {
        var (origin, address, hash) = (Both(""), Both(_host.Address.UiPath), _host.Boot.CspHash);
        Assert.Equal(status, response.Status);
        Assert.Equal(
            [
                $"sandbox allow-scripts; default-src 'none'; script-src {address} 'wasm-unsafe-eval' {hash}; style-src {address} 'unsafe-inline'; "
                + $"img-src {address} data: blob:; font-src {address} data:; media-src {address} data: blob:; connect-src {address}; worker-src blob:; "
                + "frame-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; "
                + $"frame-ancestors {origin}; require-trusted-types-for 'script'; trusted-types default",
                $"script-src {hash} 'strict-dynamic' 'wasm-unsafe-eval'; worker-src blob:",
            ],
            response.All("Content-Security-Policy"));
        AssertCommon(response);
    }

    // Both schemes, because behind a proxy that ends TLS the browser sees another one than the host.
    private string Both(string path) => $"{_host.Origin}{path} {Secure}{path}";

    private string Secure => _host.Origin.Replace("http:", "https:", StringComparison.Ordinal);

    private string Allowlist(string path) => $"(\"{_host.Origin}{path}*\\\\?\" \"{Secure}{path}*\\\\?\")";

    private void AssertCommon(RawResponse response)
    {
        Assert.Equal(Allowlist(_host.Address.UiPath), response.Header("Connection-Allowlist"));
        Assert.Equal("off", response.Header("X-DNS-Prefetch-Control"));
        Assert.Equal("nosniff", response.Header("X-Content-Type-Options"));
        Assert.Equal("no-referrer", response.Header("Referrer-Policy"));
        Assert.Equal("*", response.Header("Access-Control-Allow-Origin"));
        Assert.Equal("cross-origin", response.Header("Cross-Origin-Resource-Policy"));
        Assert.Equal("?1", response.Header("Origin-Agent-Cluster"));

        var features = response.Header("Permissions-Policy").Split(", ");
        Assert.Equal(76, features.Length);
        Assert.All(features, feature => Assert.EndsWith("=()", feature, StringComparison.Ordinal));
        Assert.Contains("camera=()", features);
        Assert.Contains("local-network-access=()", features);
        Assert.Contains("xr-spatial-tracking=()", features);
    }
}
