using System.Net;
using System.Net.Sockets;
using Microsoft.Playwright;
using PluginRoom.EndToEnd.Tests.Fixtures;

namespace PluginRoom.EndToEnd.Tests.Frames;

/// <summary>Two names of this machine stand for two sites, as an operator would have two domains.</summary>
public sealed class SeparateOriginTests(Chromium chromium) : HostedTest(chromium)
{
    // The origins have to be said before the host starts, so its port has to be known by then.
    private static readonly int Port = FreePort();

    private static readonly Uri Page = new($"http://localhost:{Port}/");
    private static readonly Uri Frames = new($"http://127.0.0.1:{Port}/");

    [Fact]
    public async Task Windows_are_served_under_the_other_name_and_nothing_else_is()
    {
        await TakeOwnHost(("PLUGINROOM_PORT", $"{Port}"), ("PLUGINROOM_PAGE_ORIGIN", Page.ToString()), ("PLUGINROOM_PLUGIN_ORIGIN", Frames.ToString()));
        Host.Drop(Prerequisites.FramePlugin("Gallery"));
        Host.Drop(Prerequisites.FramePlugin("Surface"));
        var anna = await Open("Anna", address: Page);
        anna.Watch.Allow(Frames);
        await anna.Join(Room);
        await anna.OpenPlugins();
        await anna.Add("Gallery");
        await anna.Window("Gallery").GetByText("ready", new() { Exact = true }).WaitForAsync();
        await anna.Window("Gallery").GetByText("png: 4 wide, 200,30,60,255").WaitForAsync();
        await anna.Add("Surface");
        await anna.Window("Surface").GetByRole(AriaRole.Img, new() { NameString = "Ready" }).WaitForAsync();

        var address = await anna.Page.Locator("iframe[title='Gallery, plugin']").GetAttributeAsync("src");
        Assert.StartsWith(Frames.ToString(), address, StringComparison.Ordinal);
        Assert.All(anna.Watch.Requests.Where(url => new Uri(url).Host == "127.0.0.1"), url => Assert.StartsWith("/plugins/", new Uri(url).AbsolutePath, StringComparison.Ordinal));

        using var client = new HttpClient();
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(new Uri(Frames, "/r/room"), TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(new Uri(Page, new Uri(address!).AbsolutePath), TestContext.Current.CancellationToken)).StatusCode);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
