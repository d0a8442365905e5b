using PluginRoom.Host.Tests.Rooms.Plugins;
using PluginRoom.Host.Tests.Signaling;
using PluginRoom.Protocol.Client;
using Xunit;

namespace PluginRoom.Host.Tests.Capabilities;

public sealed class UiStageTests
{
    [Theory, MemberData(nameof(CapabilityRoom.Runtimes), MemberType = typeof(CapabilityRoom))]
    public async Task What_is_typed_arrives_when_granted_not_when_refused_and_no_more_when_revoked(string runtime)
    {
        await using var room = await CapabilityRoom.Start(runtime, OnStage);
        var ben = await room.Join("Ben");
        Assert.Equal("consent.missing", (await Type(room, ben)).Error?.Code);

        Assert.Equal("done", await room.Order("ui.show seen"));
        Assert.Equal("seen", await PluginRoomFixture.Shown(room.Ada));
        var entry = await room.Entry(entry => entry is { Capability: "ui.stage", Sink: "ui", Verdict: "forwarded", Bytes: 4 });
        Assert.Equal(("plugin.input", "me"), (entry.Category, entry.Subject));

        await room.Revoke(room.Ada, "plugin.input");
        Assert.Equal("consent.missing", (await Type(room, room.Ada)).Error?.Code);
    }

    private static ProbeManifest OnStage => new([])
    {
        Change = manifest =>
        {
            manifest["ui"]![0]!["slot"] = "stage";
            manifest["capabilities"]![0]!["name"] = "ui.stage";
        },
    };

    private static Task<HubReply<Done>> Type(CapabilityRoom room, Browser person) => PluginRoomFixture.Type(person, room.Plugin.Id, "#0 nothing");
}
