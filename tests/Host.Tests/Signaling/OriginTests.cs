using System.Net;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json;
using Xunit;

namespace PluginRoom.Host.Tests.Signaling;

public sealed class OriginTests
{
    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("http://127.0.0.1:1")]
    [InlineData("http://127.0.0.1.evil.example")]
    [InlineData("null")]
    [InlineData("file://")]
    public async Task Pages_from_elsewhere_do_not_reach_the_hub(string origin)
    {
        await using var host = await RunningHost.Start();

        await Assert.ThrowsAsync<WebSocketException>(() => Browser.Connect(host, origin));

        using var http = new HttpClient { BaseAddress = host.Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/hubs/room/negotiate?negotiateVersion=1");
        request.Headers.TryAddWithoutValidation("Origin", origin);
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task The_hosts_own_page_reaches_it()
    {
        await using var host = await RunningHost.Start();

        await using var browser = await Browser.Connect(host, host.Address.GetLeftPart(UriPartial.Authority));

        await browser.Join("room-1", "Ada");
    }

    [Fact]
    public async Task Negotiation_offers_WebSockets_only_and_sets_no_cookie()
    {
        await using var host = await RunningHost.Start();
        using var http = new HttpClient { BaseAddress = host.Address };

        using var answer = await http.PostAsync("/hubs/room/negotiate?negotiateVersion=1", null, TestContext.Current.CancellationToken);

        var offer = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal("WebSockets", Assert.Single(offer.GetProperty("availableTransports").EnumerateArray()).GetProperty("transport").GetString());
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Without_an_upgrade_the_hub_says_what_it_speaks()
    {
        await using var host = await RunningHost.Start();
        using var http = new HttpClient { BaseAddress = host.Address };

        using var answer = await http.GetAsync("/hubs/room", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.UpgradeRequired, answer.StatusCode);
    }
}
