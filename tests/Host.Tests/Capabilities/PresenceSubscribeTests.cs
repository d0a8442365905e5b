using Xunit;

namespace PluginRoom.Host.Tests.Capabilities;

public sealed class PresenceSubscribeTests
{
    [Theory, MemberData(nameof(CapabilityRoom.Runtimes), MemberType = typeof(CapabilityRoom))]
    public async Task Coming_is_told_when_granted_not_when_refused_and_going_when_revoked(string runtime)
    {
        await using var room = await CapabilityRoom.Start(runtime, new(["presence.subscribe"], "behaviour.presence ui"));
        await room.Listen("presence.subscribe");
        var (ben, cy) = (await room.Join("Ben"), await room.Join("Cy"));
        await room.Choose(cy, "behaviour.presence", "refuse");
        Assert.True(await room.HeardNothing("presence.subscribe"));

        await room.Choose(ben, "behaviour.presence", "allow");
        Assert.Equal("joined somebody", await room.Heard("presence.subscribe"));

        await room.Revoke(ben, "behaviour.presence");
        await room.Listen("presence.subscribe");
        await room.Choose(cy, "behaviour.presence", "allow");
        // The process that knew may have been told that Ben is gone before it was ended itself.
        var said = await room.Heard("presence.subscribe");
        Assert.Equal("joined somebody", said == "left" ? await room.Heard("presence.subscribe") : said);
        Assert.True(await room.HeardNothing("presence.subscribe"));
    }

    [Theory, MemberData(nameof(CapabilityRoom.Runtimes), MemberType = typeof(CapabilityRoom))]
    public async Task Refused_when_it_is_not_declared(string runtime)
    {
        await using var room = await CapabilityRoom.Start(runtime, new([]));

        Assert.Equal("denied presence.subscribe not-declared", await room.Order("listen:presence.subscribe"));
    }
}
