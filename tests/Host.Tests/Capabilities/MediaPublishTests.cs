using Xunit;

namespace PluginRoom.Host.Tests.Capabilities;

/// <summary><c>media.publish</c>: this host has no media peer, and says so after the gate.</summary>
public sealed class MediaPublishTests
{
    [Theory, MemberData(nameof(CapabilityRoom.Runtimes), MemberType = typeof(CapabilityRoom))]
    public async Task What_was_granted_cannot_be_done_without_a_media_peer(string runtime)
    {
        await using var room = await CapabilityRoom.Start(runtime, new(["media.publish"], "plugin.input room"));
        await room.Choose(room.Ada, "plugin.input", "allow");

        Assert.Equal("failed media.no-peer", await room.Order("media.publish audio"));

        await room.Entry(entry => entry is { Capability: "media.publish", Verdict: "unavailable", Sink: "room" });
    }

    [Theory, MemberData(nameof(CapabilityRoom.Runtimes), MemberType = typeof(CapabilityRoom))]
    public async Task It_is_refused_when_it_is_not_declared(string runtime)
    {
        await using var room = await CapabilityRoom.Start(runtime, new([]));

        Assert.Equal("denied media.publish not-declared", await room.Order("media.publish video"));

        await room.Entry(entry => entry is { Capability: "media.publish", Verdict: "not-declared" });
    }

    [Theory, MemberData(nameof(CapabilityRoom.Runtimes), MemberType = typeof(CapabilityRoom))]
    public async Task It_is_refused_to_who_has_seen_what_may_not_go_into_the_room(string runtime)
    {
        await using var room = await CapabilityRoom.Start(runtime, new(["media.publish"]));

        Assert.Equal("denied media.publish label", await room.Order("media.publish screen"));

        await room.Entry(entry => entry is { Capability: "media.publish", Verdict: "label", Sink: "room" });
    }

    [Theory, MemberData(nameof(CapabilityRoom.Runtimes), MemberType = typeof(CapabilityRoom))]
    public async Task It_is_refused_once_somebody_concerned_has_revoked(string runtime)
    {
        await using var room = await CapabilityRoom.Start(runtime, new(["media.publish"], "plugin.input room?"));
        await room.Choose(room.Ada, "plugin.input room", "allow");
        Assert.Equal("failed media.no-peer", await room.Order("media.publish audio"));

        await room.Revoke(room.Ada, "plugin.input room");

        // The order itself is what Ada typed, and that may not go into the room any more.
        Assert.Equal("denied media.publish not-consented", await room.Order("media.publish audio"));
        await room.Entry(entry => entry is { Capability: "media.publish", Verdict: "not-consented" });
    }
}
