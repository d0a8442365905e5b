using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using PluginRoom.Host.Tests.Signaling;
using PluginRoom.Protocol.Client;
using Xunit;

namespace PluginRoom.Host.Tests.Rooms.Plugins;

/// <summary>From a service outside, over the host's own address, through the gate into a sandboxed process.</summary>
public sealed class PluginWebhookTests : IAsyncLifetime
{
    private const string Fetch = "test.pluginroom.fetch";
    private readonly PluginRoomFixture _room = new();
    private readonly HttpClient _service = new();
    private Browser _ada = null!;

    public async ValueTask InitializeAsync()
    {
        await _room.InitializeAsync();
        _service.BaseAddress = _room.Address;
        _ada = await _room.Join("Ada");
    }

    public async ValueTask DisposeAsync()
    {
        _service.Dispose();
        await _room.DisposeAsync();
    }

    [Fact]
    public async Task A_signed_delivery_reaches_the_plugin_once_and_stands_in_the_ledger()
    {
        var (path, secret) = await Open();

        Assert.Equal(HttpStatusCode.NoContent, await Deliver(path, secret, "m1", "hello"));
        Assert.Equal("received m1 text/plain; charset=utf-8 hello", await PluginRoomFixture.Shown(_ada));
        Assert.Equal(HttpStatusCode.NoContent, await Deliver(path, secret, "m1", "hello"));
        Assert.Equal(HttpStatusCode.NoContent, await Deliver(path, secret, "m2", "again"));
        Assert.StartsWith("received m2", await PluginRoomFixture.Shown(_ada), StringComparison.Ordinal);

        var entry = await PluginRoomFixture.Entry(_ada, entry => entry.Capability == "net.webhook.receive" && entry.Bytes > 0);
        Assert.Equal(("nobody", "forwarded"), (entry.Subject, entry.Verdict));
    }

    [Fact]
    public async Task Without_the_path_the_secret_or_the_measure_nothing_is_taken()
    {
        var (path, secret) = await Open();

        Assert.Equal(HttpStatusCode.NotFound, await Deliver(path[..^1], secret, "m1", "hello"));
        Assert.Equal(HttpStatusCode.Unauthorized, await Deliver(path, new byte[32], "m2", "hello"));
        Assert.Equal(HttpStatusCode.Unauthorized, (await _service.PostAsync(path, new StringContent("hello"), TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await Deliver(path, secret, "m3", new string('x', (256 * 1024) + 1)));
        Assert.Equal(HttpStatusCode.NotFound, (await _service.GetAsync(path, TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, await Deliver(path, secret, "m4", new string('x', 256 * 1024)));
        Assert.StartsWith("received m4", await PluginRoomFixture.Shown(_ada), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_names_no_length_is_measured_as_it_comes_and_only_posting_delivers()
    {
        var (path, secret) = await Open();

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await Deliver(path, secret, "m1", new string('x', (256 * 1024) + 1), chunked: true));
        foreach (var method in (HttpMethod[])[HttpMethod.Put, HttpMethod.Delete, HttpMethod.Patch, HttpMethod.Options, HttpMethod.Head])
        {
            using var request = Signed(method, path, secret, "m2", "hello");
            using var answer = await _service.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.InRange((int)answer.StatusCode, 400, 499);
        }

        Assert.Equal(HttpStatusCode.NoContent, await Deliver(path, secret, "m3", "in parts", chunked: true));
        Assert.StartsWith("received m3", await PluginRoomFixture.Shown(_ada), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_ends_with_the_plugin()
    {
        var (path, secret) = await Open();
        await _ada.Call<Done>("RemovePlugin", new PluginRequest(Fetch));

        Assert.Equal(HttpStatusCode.NotFound, await Deliver(path, secret, "m1", "hello"));
    }

    [Fact]
    public async Task A_plugin_that_does_not_declare_it_gets_no_address()
    {
        await Add(declared: false);

        await PluginRoomFixture.Type(_ada, Fetch, "hook");

        Assert.StartsWith("denied net.webhook.receive not-declared", await PluginRoomFixture.Shown(_ada), StringComparison.Ordinal);
        Assert.Equal("net.webhook.receive", (await PluginRoomFixture.Entry(_ada, entry => entry.Verdict == "not-declared")).Capability);
    }

    private async Task<(string Path, byte[] Secret)> Open()
    {
        await Add(declared: true);
        await PluginRoomFixture.Type(_ada, Fetch, "hook");
        var place = (await PluginRoomFixture.Shown(_ada)).Split(' ');
        return (place[0], Convert.FromBase64String(place[1]["whsec_".Length..]));
    }

    private async Task Add(bool declared)
    {
        _room.DropIn("Fetch", manifest =>
        {
            if (!declared)
                manifest["capabilities"]!.AsArray().RemoveAt(3);
        });
        var plugin = await PluginRoomFixture.Add(_ada, Fetch);
        await PluginRoomFixture.Choose(_ada, plugin, "plugin.input", "allow");
    }

    private async Task<HttpStatusCode> Deliver(string path, byte[] secret, string id, string body, bool chunked = false)
    {
        using var request = Signed(HttpMethod.Post, path, secret, id, body);
        request.Headers.TransferEncodingChunked = chunked;
        using var answer = await _service.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    private static HttpRequestMessage Signed(HttpMethod method, string path, byte[] secret, string id, string body)
    {
        var seconds = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var content = new StringContent(body);
        content.Headers.Add("webhook-id", id);
        content.Headers.Add("webhook-timestamp", seconds);
        content.Headers.Add("webhook-signature", "v1," + Convert.ToBase64String(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes($"{id}.{seconds}.{body}"))));
        return new HttpRequestMessage(method, path) { Content = content };
    }
}
