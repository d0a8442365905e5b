using PluginRoom.Host.Rooms;
using PluginRoom.Protocol.Client;
using Xunit;

namespace PluginRoom.Host.Tests.Capabilities;

public sealed class ChatSendTests
{
    [Theory, MemberData(nameof(CapabilityRoom.Runtimes), MemberType = typeof(CapabilityRoom))]
    public async Task A_line_is_posted_when_granted(string runtime)
    {
        await using var room = await CapabilityRoom.Start(runtime, new(["chat.send"], "plugin.input room"));

        Assert.Equal("done", await room.Order("chat.send hello"));

        var line = await room.Ada.Hear<PluginChat>(RoomEvents.PluginChat);
        Assert.Equal((room.Plugin.Id, "hello"), (line.PluginId, line.Text));
    }

    [Theory, MemberData(nameof(CapabilityRoom.Runtimes), MemberType = typeof(CapabilityRoom))]
    public async Task It_is_refused_when_it_is_not_declared(string runtime)
    {
        await using var room = await CapabilityRoom.Start(runtime, new([]));

        Assert.Equal("denied chat.send not-declared", await room.Order("chat.send hello"));

        await room.Entry(entry => entry is { Capability: "chat.send", Verdict: "not-declared" });
        Assert.False(room.Ada.HasHeard(RoomEvents.PluginChat));
    }
}
