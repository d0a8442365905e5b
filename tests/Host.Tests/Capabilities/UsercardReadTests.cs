using PluginRoom.Host.Rooms;
using PluginRoom.Host.Tests.Signaling;
using PluginRoom.Protocol.Client;
using Xunit;

namespace PluginRoom.Host.Tests.Capabilities;

public sealed class UsercardReadTests
{
    private const string Category = "identity.card";
    private static readonly ProbeManifest Declared = new(["usercard.read"], $"{Category} ui");
    private static readonly CardFields Full = new("Ada L.", "she/her", "Engineer", "Analytical Ltd.", "https://example.org/ada?x=1", "I count.");

    [Theory, MemberData(nameof(CapabilityRoom.Runtimes), MemberType = typeof(CapabilityRoom))]
    public async Task What_a_person_shows_arrives_when_granted_and_their_withdrawal_after_it(string runtime)
    {
        await using var room = await CapabilityRoom.Start(runtime, Declared);
        await room.Choose(room.Ada, Category, "allow");
        await room.Listen("usercard.read");
        var ada = await Self(room);

        Assert.Null((await Deliver(room, room.Ada, Full)).Error);
        Assert.Equal($"{ada} Ada L.;she/her;Engineer;Analytical Ltd.;https://example.org/ada?x=1;I count.", await room.Heard("usercard.read"));
        Assert.Null((await Deliver(room, room.Ada, new(null, "she/her", null, null, null, null))).Error);
        Assert.Equal($"{ada} ;she/her;;;;", await room.Heard("usercard.read"));
        Assert.Null((await Deliver(room, room.Ada, null)).Error);
        Assert.Equal($"{ada} withdrawn", await room.Heard("usercard.read"));

        Assert.Null((await Deliver(room, room.Ada, null)).Error);
        Assert.True(await room.HeardNothing("usercard.read"));
        await room.Entry(entry => entry is { Capability: "usercard.read", Category: Category, Subject: "me", Verdict: "forwarded" });
    }

    [Theory, MemberData(nameof(CapabilityRoom.Runtimes), MemberType = typeof(CapabilityRoom))]
    public async Task Nothing_arrives_of_a_person_who_refused(string runtime)
    {
        await using var room = await CapabilityRoom.Start(runtime, Declared);
        await room.Choose(room.Ada, Category, "refuse");
        await room.Listen("usercard.read");

        Assert.Equal("consent.missing", (await Deliver(room, room.Ada, Full)).Error?.Code);

        Assert.True(await room.HeardNothing("usercard.read"));
        await room.Entry(entry => entry is { Capability: "usercard.read", Verdict: "not-consented" });
    }

    [Theory, MemberData(nameof(CapabilityRoom.Runtimes), MemberType = typeof(CapabilityRoom))]
    public async Task The_process_that_knew_is_gone_when_it_is_revoked(string runtime)
    {
        await using var room = await CapabilityRoom.Start(runtime, Declared);
        var ben = await room.Join("Ben");
        await room.Choose(ben, Category, "allow");
        await room.Listen("usercard.read");
        await Deliver(room, ben, Full);
        await room.Heard("usercard.read");

        await room.Revoke(ben, Category);
        await room.Listen("usercard.read");
        Assert.Equal("consent.missing", (await Deliver(room, ben, Full)).Error?.Code);
        await ben.Call<Done>("Leave", new { });

        Assert.True(await room.HeardNothing("usercard.read"));
    }

    [Theory, MemberData(nameof(CapabilityRoom.Runtimes), MemberType = typeof(CapabilityRoom))]
    public async Task Refused_when_it_is_not_declared(string runtime)
    {
        await using var room = await CapabilityRoom.Start(runtime, new([]));

        Assert.Equal("denied usercard.read not-declared", await room.Order("listen:usercard.read"));
        Assert.Equal("capability.denied", (await Deliver(room, room.Ada, Full)).Error?.Code);
    }

    [Fact]
    public async Task The_card_of_whoever_leaves_is_withdrawn()
    {
        await using var room = await CapabilityRoom.Start("dotnet", Declared);
        var ben = await room.Join("Ben");
        await room.Choose(ben, Category, "allow");
        await room.Listen("usercard.read");
        await Deliver(room, ben, Full);
        await room.Heard("usercard.read");

        await ben.Call<Done>("Leave", new { });

        Assert.EndsWith(" withdrawn", await room.Heard("usercard.read"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_changes_its_card_all_the_time_is_held_back_and_may_still_withdraw_it()
    {
        await using var room = await CapabilityRoom.Start("dotnet", Declared, StandingTime.Use);
        await room.Choose(room.Ada, Category, "allow");
        var codes = new List<string?>();
        for (var change = 0; change < 40; change++)
            codes.Add((await Deliver(room, room.Ada, Full with { About = $"{change}" })).Error?.Code);

        Assert.Equal("message.rate", codes[^1]);
        Assert.Equal(20, codes.Count(code => code is null));
        Assert.Null((await Deliver(room, room.Ada, null)).Error);
    }

    private static Task<HubReply<Done>> Deliver(CapabilityRoom room, Browser from, CardFields? fields) =>
        from.Call<Done>("DeliverCard", new CardDelivery([room.Plugin.Id], fields));

    private static async Task<string> Self(CapabilityRoom room) => (await room.Ada.Hear<PluginPeople>(RoomEvents.PluginPeople)).Self;
}
