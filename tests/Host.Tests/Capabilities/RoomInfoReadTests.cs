using Xunit;

namespace PluginRoom.Host.Tests.Capabilities;

public sealed class RoomInfoReadTests
{
    [Theory, MemberData(nameof(CapabilityRoom.Runtimes), MemberType = typeof(CapabilityRoom))]
    public async Task Granted_by_the_manifest_it_tells_the_name_and_the_number_and_nothing_of_anybody(string runtime)
    {
        await using var room = await CapabilityRoom.Start(runtime, new(["room.info.read"]));
        await room.Join("Ben");

        Assert.Equal("plugin-room 2", await room.Order("room.info.read"));

        var entry = await room.Entry(entry => entry is { Capability: "room.info.read", Verdict: "forwarded" });
        Assert.Equal(("", "nobody"), (entry.Category, entry.Subject));
    }

    [Theory, MemberData(nameof(CapabilityRoom.Runtimes), MemberType = typeof(CapabilityRoom))]
    public async Task Refused_when_it_is_not_declared(string runtime)
    {
        await using var room = await CapabilityRoom.Start(runtime, new([]));

        Assert.Equal("denied room.info.read not-declared", await room.Order("room.info.read"));

        await room.Entry(entry => entry is { Capability: "room.info.read", Verdict: "not-declared" });
    }
}
