using System.Net;
using PluginRoom.Protocol.Client;
using Xunit;

namespace PluginRoom.Host.Tests.Capabilities;

/// <summary>The gate's side; deliveries, signatures and limits are tried by PluginWebhookTests.</summary>
public sealed class NetWebhookReceiveTests
{
    [Theory, MemberData(nameof(CapabilityRoom.Runtimes), MemberType = typeof(CapabilityRoom))]
    public async Task Granted_by_the_manifest_it_gives_an_address_which_ends_with_the_plugin(string runtime)
    {
        using var service = new HttpClient();
        await using var room = await CapabilityRoom.Start(runtime, new(["net.webhook.receive"]));
        var path = await room.Order("net.webhook.receive");
        var address = new Uri(room.Address, path);
        Assert.Equal(HttpStatusCode.Unauthorized, await Post(service, address));

        await room.Ada.Call<Done>("RemovePlugin", new PluginRequest(room.Plugin.Id));

        Assert.Equal(HttpStatusCode.NotFound, await Post(service, address));
    }

    [Theory, MemberData(nameof(CapabilityRoom.Runtimes), MemberType = typeof(CapabilityRoom))]
    public async Task Refused_when_it_is_not_declared(string runtime)
    {
        await using var room = await CapabilityRoom.Start(runtime, new([]));

        Assert.Equal("denied net.webhook.receive not-declared", await room.Order("net.webhook.receive"));
    }

    private static async Task<HttpStatusCode> Post(HttpClient service, Uri address)
    {
        using var unsigned = new StringContent("hello");
        return (await service.PostAsync(address, unsigned, TestContext.Current.CancellationToken)).StatusCode;
    }
}
