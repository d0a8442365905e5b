using PluginRoom.Host.Rooms;
using PluginRoom.Protocol.Client;
using Xunit;

namespace PluginRoom.Host.Tests.Capabilities;

public sealed class UiNotificationTests
{
    [Theory, MemberData(nameof(CapabilityRoom.Runtimes), MemberType = typeof(CapabilityRoom))]
    public async Task It_is_shown_when_granted_and_held_back_when_refused_or_revoked(string runtime)
    {
        await using var room = await CapabilityRoom.Start(runtime, new(["ui.notification"], "plugin.input room?"));
        Assert.Equal("done", await room.Order("ui.notification hello"));
        Assert.Equal("hello", (await room.Ada.Hear<PluginNotification>(RoomEvents.PluginNotification)).Text);

        await room.Revoke(room.Ada, "plugin.input room");

        Assert.Equal("denied ui.notification not-consented", await room.Order("ui.notification again"));
        var entry = await room.Entry(entry => entry is { Capability: "ui.notification", Verdict: "not-consented" });
        Assert.Equal(("plugin.input", "me", "room"), (entry.Category, entry.Subject, entry.Sink));
        Assert.False(room.Ada.HasHeard(RoomEvents.PluginNotification));
    }

    [Theory, MemberData(nameof(CapabilityRoom.Runtimes), MemberType = typeof(CapabilityRoom))]
    public async Task Refused_when_it_is_not_declared(string runtime)
    {
        await using var room = await CapabilityRoom.Start(runtime, new([]));

        Assert.Equal("denied ui.notification not-declared", await room.Order("ui.notification hello"));

        await room.Entry(entry => entry is { Capability: "ui.notification", Verdict: "not-declared" });
        Assert.False(room.Ada.HasHeard(RoomEvents.PluginNotification));
    }
}
