using System.Text.Json.Nodes;
using PluginRoom.Protocol.Client;
using Xunit;

namespace PluginRoom.Host.Tests.Capabilities;

/// <summary><c>media.local.transform</c>, as far as the host has to do with it: the pictures themselves stay in the person's page.</summary>
public sealed class MediaLocalTransformTests
{
    [Theory, MemberData(nameof(CapabilityRoom.Runtimes), MemberType = typeof(CapabilityRoom))]
    public async Task When_granted_its_beginning_and_its_end_stand_in_the_ledger(string runtime)
    {
        await using var room = await CapabilityRoom.Start(runtime, Declaring);
        var ben = await room.Join("Ben");

        Assert.Null((await room.Ada.Call<Done>("StartTransform", new TransformStart(room.Plugin.Id))).Error);
        var mine = await room.Entry(entry => entry.Capability == "media.local.transform");
        Assert.Equal(("forwarded", "me", "", ""), (mine.Verdict, mine.Subject, mine.Category, mine.Sink));

        Assert.Null((await room.Ada.Call<Done>("StopTransform", new TransformStop(room.Plugin.Id, 321))).Error);
        await room.Entry(entry => entry is { Capability: "media.local.transform", Count: >= 321 });
        Assert.Equal("transform.off", (await ben.Call<Done>("StopTransform", new TransformStop(room.Plugin.Id, 1))).Error?.Code);
    }

    [Theory, MemberData(nameof(CapabilityRoom.Runtimes), MemberType = typeof(CapabilityRoom))]
    public async Task It_is_refused_to_a_plugin_that_declares_none(string runtime)
    {
        await using var room = await CapabilityRoom.Start(runtime, new([]));

        var refused = await room.Ada.Call<Done>("StartTransform", new TransformStart(room.Plugin.Id));

        Assert.Equal("transform.none", refused.Error?.Code);
        Assert.Equal("plugin.not-in-room", (await room.Ada.Call<Done>("StartTransform", new TransformStart("org.example.other"))).Error?.Code);
    }

    [Theory, MemberData(nameof(CapabilityRoom.Runtimes), MemberType = typeof(CapabilityRoom))]
    public async Task A_yes_that_was_revoked_has_to_be_said_again_and_wrong_counts_are_taken_for_none(string runtime)
    {
        await using var room = await CapabilityRoom.Start(runtime, Declaring);
        Assert.Null((await room.Ada.Call<Done>("StartTransform", new TransformStart(room.Plugin.Id))).Error);
        Assert.Null((await room.Ada.Call<Done>("StopTransform", new TransformStop(room.Plugin.Id, long.MinValue))).Error);

        Assert.Equal("transform.off", (await room.Ada.Call<Done>("StopTransform", new TransformStop(room.Plugin.Id, 5))).Error?.Code);
        await room.Ada.Call<Done>("RemovePlugin", new PluginRequest(room.Plugin.Id));
        Assert.Equal("plugin.not-in-room", (await room.Ada.Call<Done>("StartTransform", new TransformStart(room.Plugin.Id))).Error?.Code);
    }

    private static ProbeManifest Declaring => new(["media.local.transform"])
    {
        Change = manifest => manifest["ui"]!.AsArray().Add(new JsonObject
        {
            ["slot"] = "transform", ["title"] = "Nothing changed", ["entry"] = "ui/picture.js", ["mode"] = "worker",
        }),
    };
}
