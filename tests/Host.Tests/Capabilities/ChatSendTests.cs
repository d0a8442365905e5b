using PluginRoom.Host.Rooms;
using PluginRoom.Protocol.Client;
using Xunit;

namespace PluginRoom.Host.Tests.Capabilities;

public sealed class ChatSendTests
{
    [Theory, MemberData(nameof(CapabilityRoom.Runtimes), MemberType = typeof(CapabilityRoom))]
    public async Task It_is_shown_when_granted_and_held_back_when_refused_or_revoked(string runtime)
    {
        await using var room = await CapabilityRoom.Start(runtime, new(["chat.send"], "plugin.input room?"));
        Assert.Equal("done", await room.Order("chat.send hello"));
        Assert.Equal("hello", (await room.Ada.Hear<PluginChat>(RoomEvents.PluginChat)).Text);

        await room.Revoke(room.Ada, "plugin.input room");

        Assert.Equal("denied chat.send not-consented", await room.Order("chat.send again"));
        var entry = await room.Entry(entry => entry is { Capability: "chat.send", Verdict: "not-consented" });
        Assert.Equal(("plugin.input", "me", "room"), (entry.Category, entry.Subject, entry.Sink));
        Assert.False(room.Ada.HasHeard(RoomEvents.PluginChat));
    }

    [Theory, MemberData(nameof(CapabilityRoom.Runtimes), MemberType = typeof(CapabilityRoom))]
    public async Task Refused_when_it_is_not_declared(string runtime)
    {
        await using var room = await CapabilityRoom.Start(runtime, new([]));

        Assert.Equal("denied chat.send not-declared", await room.Order("chat.send hello"));

        await room.Entry(entry => entry is { Capability: "chat.send", Verdict: "not-declared" });
        Assert.False(room.Ada.HasHeard(RoomEvents.PluginChat));
    }
}
