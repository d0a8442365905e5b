using PluginRoom.Host.Rooms;
using PluginRoom.Host.Tests.Rooms.Plugins;
using PluginRoom.Host.Tests.Signaling;
using PluginRoom.Protocol.Client;
using Xunit;

namespace PluginRoom.Host.Tests.Capabilities;

public sealed class ReactionsReadTests
{
    private const string Category = "behaviour.interaction";
    private static readonly ProbeManifest Declared = new(["reactions.read"], $"{Category} ui");

    [Theory, MemberData(nameof(CapabilityRoom.Runtimes), MemberType = typeof(CapabilityRoom))]
    public async Task A_reaction_of_a_person_who_allows_it_arrives_when_granted(string runtime)
    {
        await using var room = await CapabilityRoom.Start(runtime, Declared);
        await room.Choose(room.Ada, Category, "allow");
        await room.Listen("reactions.read");

        Assert.Null((await Send(room, room.Ada, "thumbs-up")).Error);

        var self = (await room.Ada.Hear<PluginPeople>(RoomEvents.PluginPeople)).Self;
        Assert.Equal($"{self} ThumbsUp", await room.Heard("reactions.read"));
        await room.Entry(entry => entry is { Capability: "reactions.read", Category: Category, Subject: "me", Verdict: "forwarded" });
    }

    [Theory, MemberData(nameof(CapabilityRoom.Runtimes), MemberType = typeof(CapabilityRoom))]
    public async Task Nothing_arrives_of_a_person_who_refused(string runtime)
    {
        await using var room = await CapabilityRoom.Start(runtime, Declared);
        var ben = await room.Join("Ben");
        await room.Choose(room.Ada, Category, "allow");
        await room.Choose(ben, Category, "refuse");
        await room.Listen("reactions.read");

        Assert.Equal("consent.missing", (await Send(room, ben, "heart")).Error?.Code);

        Assert.True(await room.HeardNothing("reactions.read"));
        await PluginRoomFixture.Entry(ben, entry => entry is { Capability: "reactions.read", Subject: "me", Verdict: "not-consented" });
    }

    [Theory, MemberData(nameof(CapabilityRoom.Runtimes), MemberType = typeof(CapabilityRoom))]
    public async Task Nothing_arrives_after_it_was_revoked(string runtime)
    {
        await using var room = await CapabilityRoom.Start(runtime, Declared);
        await room.Choose(room.Ada, Category, "allow");
        await room.Listen("reactions.read");
        await Send(room, room.Ada, "laugh");
        Assert.EndsWith(" Laugh", await room.Heard("reactions.read"), StringComparison.Ordinal);

        await room.Revoke(room.Ada, Category);
        await room.Listen("reactions.read");

        Assert.Equal("consent.missing", (await Send(room, room.Ada, "laugh")).Error?.Code);
        Assert.True(await room.HeardNothing("reactions.read"));
    }

    [Theory, MemberData(nameof(CapabilityRoom.Runtimes), MemberType = typeof(CapabilityRoom))]
    public async Task What_is_not_declared_is_refused_on_either_side(string runtime)
    {
        await using var room = await CapabilityRoom.Start(runtime, new([]));

        Assert.Equal("denied reactions.read not-declared", await room.Order("listen:reactions.read"));

        Assert.Equal("capability.denied", (await Send(room, room.Ada, "heart")).Error?.Code);
        await room.Entry(entry => entry is { Capability: "reactions.read", Verdict: "not-declared" });
    }

    [Theory, MemberData(nameof(CapabilityRoom.Runtimes), MemberType = typeof(CapabilityRoom))]
    public async Task What_was_received_may_go_only_where_the_manifest_says(string runtime)
    {
        await using var room = await CapabilityRoom.Start(runtime, new(["reactions.read", "chat.send"], $"{Category} ui", "plugin.input room"));
        await room.Choose(room.Ada, "plugin.input", "allow");
        await room.Choose(room.Ada, Category, "allow");
        Assert.Equal("done", await room.Order("chat.send before"));
        await room.Listen("reactions.read");
        await Send(room, room.Ada, "party");
        await room.Heard("reactions.read");

        Assert.Equal("denied chat.send label", await room.Order("chat.send after"));
    }

    [Fact]
    public async Task Odd_reactions_floods_and_people_who_left_are_refused_each_in_words()
    {
        await using var room = await CapabilityRoom.Start("dotnet", Declared, StandingTime.Use);
        await room.Choose(room.Ada, Category, "allow");
        await room.Listen("reactions.read");

        foreach (var odd in new[] { "", "Heart", "thumbs-down", "💣", new string('x', 5_000) })
            Assert.Equal("message.malformed", (await Send(room, room.Ada, odd)).Error?.Code);
        var elsewhere = await room.Ada.Call<Done>("DeliverReaction", new ReactionDelivery(["test.pluginroom.nowhere", ""], "heart"));
        Assert.Equal("plugin.not-in-room", elsewhere.Error?.Code);
        Assert.True(await room.HeardNothing("reactions.read"));

        // One of the burst of six is used up by the plugin that is not there.
        var codes = new List<string?>();
        for (var sent = 0; sent < 12; sent++)
            codes.Add((await Send(room, room.Ada, "heart")).Error?.Code);
        Assert.Equal(5, codes.Count(code => code is null));
        Assert.All(codes, code => Assert.True(code is null or "message.rate"));

        var ben = await room.Join("Ben");
        await ben.Call<Done>("Leave", new { });
        Assert.Equal("room.not-joined", (await Send(room, ben, "heart")).Error?.Code);
    }

    private static Task<HubReply<Done>> Send(CapabilityRoom room, Browser from, string reaction) =>
        from.Call<Done>("DeliverReaction", new ReactionDelivery([room.Plugin.Id], reaction));
}
