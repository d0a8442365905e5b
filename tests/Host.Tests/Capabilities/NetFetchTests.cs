using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using PluginRoom.Host.Tests.Egress;
using Xunit;

namespace PluginRoom.Host.Tests.Capabilities;

/// <summary>The gate's side; what happens on the wire is tried by PluginFetchTests.</summary>
public sealed class NetFetchTests : IAsyncLifetime
{
    private readonly ThrowAwayAuthority _authority = new();
    private SinkServer _sink = null!;

    public async ValueTask InitializeAsync() =>
        _sink = await SinkServer.Start(_authority.Issue(SinkFixture.HostName), _ => Task.CompletedTask);

    public async ValueTask DisposeAsync()
    {
        await _sink.DisposeAsync();
        _authority.Dispose();
    }

    [Theory, MemberData(nameof(CapabilityRoom.Runtimes), MemberType = typeof(CapabilityRoom))]
    public async Task A_request_leaves_when_granted_and_not_when_refused_or_revoked(string runtime)
    {
        await using var room = await CapabilityRoom.Start(runtime, new(["net.fetch"], "plugin.input sink:api?") { Change = WithSink }, Network);
        Assert.Equal("200", await room.Order("net.fetch minutes"));
        Assert.Equal(1, _sink.Requests);

        await room.Revoke(room.Ada, "plugin.input sink:api");

        Assert.Equal("denied net.fetch not-consented", await room.Order("net.fetch minutes"));
        var entry = await room.Entry(entry => entry is { Capability: "net.fetch", Verdict: "not-consented" });
        Assert.Equal(("plugin.input", "me", "sink:api"), (entry.Category, entry.Subject, entry.Sink));
        Assert.Equal(1, _sink.Requests);
    }

    [Theory, MemberData(nameof(CapabilityRoom.Runtimes), MemberType = typeof(CapabilityRoom))]
    public async Task Refused_when_it_is_not_declared(string runtime)
    {
        await using var room = await CapabilityRoom.Start(runtime, new([]), Network);

        Assert.Equal("denied net.fetch not-declared", await room.Order("net.fetch minutes"));

        Assert.Equal(0, _sink.Requests);
    }

    private void WithSink(JsonObject manifest) => manifest["sinks"] = new JsonArray(new JsonObject
    {
        ["id"] = "api",
        ["url"] = $"https://{SinkFixture.HostName}:{_sink.Port}/v1/",
        ["operator"] = "PluginRoom tests",
        ["country"] = "DE",
        ["methods"] = new JsonArray("GET"),
    });

    private void Network(IServiceCollection services) => services.AddSingleton(_authority.LoopbackNetwork());
}
