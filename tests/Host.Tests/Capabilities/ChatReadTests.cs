using PluginRoom.Host.Tests.Signaling;
using PluginRoom.Protocol.Client;
using Xunit;

namespace PluginRoom.Host.Tests.Capabilities;

public sealed class ChatReadTests
{
    [Theory, MemberData(nameof(CapabilityRoom.Runtimes), MemberType = typeof(CapabilityRoom))]
    public async Task A_line_is_read_when_granted_not_when_refused_and_no_more_when_revoked(string runtime)
    {
        await using var room = await CapabilityRoom.Start(runtime, new(["chat.read"], "content.chat ui"));
        var ben = await room.Join("Ben");
        await room.Listen("chat.read");
        Assert.Equal("consent.missing", (await Write(room, ben, "too early")).Error?.Code);

        await room.Choose(ben, "content.chat", "allow");
        Assert.Null((await Write(room, ben, "hello")).Error);
        Assert.EndsWith(" hello", await room.Heard("chat.read"), StringComparison.Ordinal);

        await room.Revoke(ben, "content.chat");
        await room.Listen("chat.read");
        Assert.Equal("consent.missing", (await Write(room, ben, "too late")).Error?.Code);
        Assert.True(await room.HeardNothing("chat.read"));
    }

    [Theory, MemberData(nameof(CapabilityRoom.Runtimes), MemberType = typeof(CapabilityRoom))]
    public async Task Refused_when_it_is_not_declared(string runtime)
    {
        await using var room = await CapabilityRoom.Start(runtime, new([]));

        Assert.Equal("denied chat.read not-declared", await room.Order("listen:chat.read"));
        Assert.Equal("capability.denied", (await Write(room, room.Ada, "hello")).Error?.Code);
    }

    private static Task<HubReply<Done>> Write(CapabilityRoom room, Browser person, string text) =>
        person.Call<Done>("DeliverChat", new ChatDelivery([room.Plugin.Id], "m1", text));
}
