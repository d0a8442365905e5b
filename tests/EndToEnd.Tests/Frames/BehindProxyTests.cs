using PluginRoom.EndToEnd.Tests.Fixtures;

namespace PluginRoom.EndToEnd.Tests.Frames;

public sealed class BehindProxyTests(Chromium chromium) : HostedTest(chromium)
{
    [Fact]
    public async Task Windows_load_where_a_proxy_ends_TLS_and_the_host_sees_plain_HTTP()
    {
        Host.Drop(Prerequisites.FramePlugin("Gallery"));
        await using var proxy = TlsProxy.Before(Host.Address);
        var anna = await Open("Anna", address: proxy.Address, options: new() { IgnoreHTTPSErrors = true });
        await anna.Join(Room);
        await anna.OpenPlugins();
        await anna.Add("Gallery");

        await anna.Window("Gallery").GetByText("ready", new() { Exact = true }).WaitForAsync();
        await anna.Window("Gallery").GetByText("worker: reward").WaitForAsync();
        Assert.All(anna.Watch.Requests.Where(url => url.StartsWith("http", StringComparison.Ordinal)), url => Assert.StartsWith("https:", url, StringComparison.Ordinal));
        await anna.Press("Leave");
    }
}
