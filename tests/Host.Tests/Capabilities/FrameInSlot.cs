using PluginRoom.Host.Tests.Rooms.Plugins;
using PluginRoom.Host.Tests.Signaling;
using PluginRoom.Protocol.Client;
using Xunit;

namespace PluginRoom.Host.Tests.Capabilities;

/// <summary>The probe with its frame in another slot than the panel: to the host all of them are the same.</summary>
internal static class FrameInSlot
{
    public static async Task What_is_typed_arrives_when_granted_not_when_refused_and_no_more_when_revoked(string runtime, string slot)
    {
        await using var room = await CapabilityRoom.Start(runtime, In(slot));
        var ben = await room.Join("Ben");
        Assert.Equal("consent.missing", (await Type(room, ben)).Error?.Code);

        Assert.Equal("done", await room.Order("ui.show seen"));
        Assert.Equal("seen", await PluginRoomFixture.Shown(room.Ada));
        var entry = await room.Entry(entry => entry.Capability == $"ui.{slot}" && entry is { Sink: "ui", Verdict: "forwarded", Bytes: 4 });
        Assert.Equal(("plugin.input", "me"), (entry.Category, entry.Subject));

        await room.Revoke(room.Ada, "plugin.input");
        Assert.Equal("consent.missing", (await Type(room, room.Ada)).Error?.Code);
    }

    private static ProbeManifest In(string slot) => new([])
    {
        Change = manifest =>
        {
            manifest["ui"]![0]!["slot"] = slot;
            if (slot == "overlay")
                (manifest["ui"]![0]!["entry"], manifest["ui"]![0]!["mode"]) = ("ui/picture.js", "worker");
            manifest["capabilities"]![0]!["name"] = $"ui.{slot}";
            manifest["capabilities"]![0]!["reason"] = "Tries it";
        },
    };

    private static Task<HubReply<Done>> Type(CapabilityRoom room, Browser person) => PluginRoomFixture.Type(person, room.Plugin.Id, "#0 nothing");
}
