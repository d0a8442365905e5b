using PluginRoom.Host.Rooms;
using PluginRoom.Host.Tests.Signaling;
using PluginRoom.Protocol.Client;
using Xunit;

namespace PluginRoom.Host.Tests.Capabilities;

public sealed class SpeakingReadTests
{
    private const string Category = "behaviour.speaking";
    private static readonly ProbeManifest Declared = new(["speaking.read"], $"{Category} ui");

    [Theory, MemberData(nameof(CapabilityRoom.Runtimes), MemberType = typeof(CapabilityRoom))]
    public async Task Begin_and_end_arrive_when_granted_once_each(string runtime)
    {
        await using var room = await CapabilityRoom.Start(runtime, Declared);
        await room.Choose(room.Ada, Category, "allow");
        await room.Listen("speaking.read");

        foreach (var speaking in new[] { false, true, true, true, false, false })
            Assert.Null((await Tell(room, room.Ada, speaking)).Error);

        var self = (await room.Ada.Hear<PluginPeople>(RoomEvents.PluginPeople)).Self;
        Assert.Equal([$"{self} begins", $"{self} ends"], [await room.Heard("speaking.read"), await room.Heard("speaking.read")]);
        Assert.True(await room.HeardNothing("speaking.read"));
        await room.Entry(entry => entry is { Capability: "speaking.read", Category: Category, Subject: "me", Verdict: "forwarded" });
    }

    [Theory, MemberData(nameof(CapabilityRoom.Runtimes), MemberType = typeof(CapabilityRoom))]
    public async Task Nothing_arrives_of_a_person_who_refused(string runtime)
    {
        await using var room = await CapabilityRoom.Start(runtime, Declared);
        await room.Choose(room.Ada, Category, "refuse");
        await room.Listen("speaking.read");

        Assert.Equal("consent.missing", (await Tell(room, room.Ada, true)).Error?.Code);
        Assert.Equal("consent.missing", (await Tell(room, room.Ada, false)).Error?.Code);

        Assert.True(await room.HeardNothing("speaking.read"));
        await room.Entry(entry => entry is { Capability: "speaking.read", Verdict: "not-consented" });
    }

    [Theory, MemberData(nameof(CapabilityRoom.Runtimes), MemberType = typeof(CapabilityRoom))]
    public async Task Nothing_arrives_after_it_was_revoked_not_even_the_end(string runtime)
    {
        await using var room = await CapabilityRoom.Start(runtime, Declared);
        var ben = await room.Join("Ben");
        await room.Choose(ben, Category, "allow");
        await room.Listen("speaking.read");
        await Tell(room, ben, true);
        await room.Heard("speaking.read");

        await room.Revoke(ben, Category);
        await room.Listen("speaking.read");
        Assert.Equal("consent.missing", (await Tell(room, ben, false)).Error?.Code);
        await ben.Call<Done>("Leave", new { });

        Assert.True(await room.HeardNothing("speaking.read"));
    }

    [Theory, MemberData(nameof(CapabilityRoom.Runtimes), MemberType = typeof(CapabilityRoom))]
    public async Task What_is_not_declared_is_refused_on_either_side(string runtime)
    {
        await using var room = await CapabilityRoom.Start(runtime, new([]));

        Assert.Equal("denied speaking.read not-declared", await room.Order("listen:speaking.read"));

        Assert.Equal("capability.denied", (await Tell(room, room.Ada, true)).Error?.Code);
    }

    [Fact]
    public async Task Whoever_leaves_in_the_middle_of_a_sentence_has_ended()
    {
        await using var room = await CapabilityRoom.Start("dotnet", Declared);
        var ben = await room.Join("Ben");
        await room.Choose(ben, Category, "allow");
        await room.Listen("speaking.read");
        await Tell(room, ben, true);
        var begun = await room.Heard("speaking.read");

        await ben.Call<Done>("Leave", new { });

        Assert.Equal(begun.Replace("begins", "ends", StringComparison.Ordinal), await room.Heard("speaking.read"));
    }

    [Fact]
    public async Task A_page_that_was_reloaded_has_ended_what_it_began()
    {
        await using var room = await CapabilityRoom.Start("dotnet", Declared);
        var ben = await room.Join("Ben");
        await room.Choose(ben, Category, "allow");
        await room.Listen("speaking.read");
        await Tell(room, ben, true);
        await room.Heard("speaking.read");

        await using var reloaded = await Browser.Connect(room.Address);
        await reloaded.Join("plugin-room", "Ben", ben.Seat.ResumeToken);

        Assert.EndsWith(" ends", await room.Heard("speaking.read"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_flickers_is_held_back_and_its_end_is_taken_all_the_same()
    {
        await using var room = await CapabilityRoom.Start("dotnet", Declared, StandingTime.Use);
        await room.Choose(room.Ada, Category, "allow");
        var codes = new List<string?>();
        for (var turn = 0; turn < 30; turn++)
        {
            codes.Add((await Tell(room, room.Ada, true)).Error?.Code);
            Assert.Null((await Tell(room, room.Ada, false)).Error);
        }

        Assert.Equal("message.rate", codes[^1]);
        Assert.Equal(10, codes.Count(code => code is null));
    }

    private static Task<HubReply<Done>> Tell(CapabilityRoom room, Browser from, bool speaking) =>
        from.Call<Done>("DeliverSpeaking", new SpeakingDelivery([room.Plugin.Id], speaking));
}
