using PluginRoom.Samples.Hello;
using PluginRoom.Sdk;
using PluginRoom.Sdk.Testing;
using Xunit;

namespace PluginRoom.Plugin.Sdk.Tests;

/// <summary>The sample, tested the way an author would.</summary>
public sealed class HelloTests
{
    private static readonly string Manifest = Path.Combine(AppContext.BaseDirectory, "hello/plugin.json");

    [Fact]
    public async Task Hello_greets_by_name_only_who_allows_both()
    {
        await using var room = FakeRoom.FromManifest(Manifest);
        await room.StartAsync(new HelloPlugin());
        var ana = await room.JoinAsync("Ana");
        var ben = await room.JoinAsync("Ben");
        var cem = await room.JoinAsync("Cem");

        await ana.AllowAsync("identity.profile");
        await ana.AllowAsync("behaviour.presence");
        await ben.AllowAsync("behaviour.presence");
        await cem.AllowAsync("identity.profile");

        Assert.Equal(["Welcome, Ana!", "Welcome, whoever you are!"], room.ChatLines);
    }

    [Fact]
    public async Task Hello_without_its_capability_is_told_which_line_to_add()
    {
        await using var room = new FakeRoom("chat.send");

        var denied = await Assert.ThrowsAsync<CapabilityDeniedException>(() => room.StartAsync(new HelloPlugin()));

        Assert.Equal(("presence.subscribe", "not-declared"), (denied.Capability, denied.Code));
        Assert.Equal("""{ "name": "presence.subscribe", "reason": "why people should allow it" }""", denied.ManifestLine);
        Assert.EndsWith("Add to \"capabilities\" in plugin.json: " + denied.ManifestLine, denied.Message, StringComparison.Ordinal);
        Assert.Equal(["presence.subscribe"], room.Denied);
    }
}
