using PluginRoom.Host.Tests.Rooms.Plugins;
using PluginRoom.Host.Tests.Signaling;
using PluginRoom.Protocol.Client;
using Xunit;

namespace PluginRoom.Host.Tests.Capabilities;

public sealed class QualityStatsReadTests
{
    private const string Category = "room.meta";
    private static readonly ProbeManifest Declared = new(["quality.stats.read"], $"{Category} ui");

    [Theory, MemberData(nameof(CapabilityRoom.Runtimes), MemberType = typeof(CapabilityRoom))]
    public async Task The_median_over_those_who_allow_it_arrives_when_granted(string runtime)
    {
        await using var room = await CapabilityRoom.Start(runtime, Declared);
        var ben = await room.Join("Ben");
        await room.Choose(room.Ada, Category, "allow");
        await room.Choose(ben, Category, "allow");
        await room.Listen("quality.stats.read");

        Assert.Null((await Report(room, room.Ada, 40, 0.5, 1_000)).Error);
        Assert.True(await room.HeardNothing("quality.stats.read"));
        Assert.Null((await Report(room, ben, 61, 1.5, 2_000)).Error);

        // Half way between two: (40 + 61) / 2 is 50.5, and 50 is the even one of its neighbours.
        Assert.Equal("2 people 50 ms 1 % 1500 kbps", await room.Heard("quality.stats.read"));
        await room.Entry(entry => entry is { Capability: "quality.stats.read", Category: Category, Subject: "other", Verdict: "forwarded" });
    }

    [Theory, MemberData(nameof(CapabilityRoom.Runtimes), MemberType = typeof(CapabilityRoom))]
    public async Task One_person_alone_is_never_told_and_one_who_refused_does_not_count(string runtime)
    {
        await using var room = await CapabilityRoom.Start(runtime, Declared);
        var ben = await room.Join("Ben");
        await room.Choose(room.Ada, Category, "allow");
        await room.Choose(ben, Category, "refuse");
        await room.Listen("quality.stats.read");

        Assert.Null((await Report(room, room.Ada, 40, 0, 1_000)).Error);
        Assert.Equal("consent.missing", (await Report(room, ben, 60, 0, 1_000)).Error?.Code);
        Assert.Null((await Report(room, room.Ada, 40, 0, 1_000)).Error);

        Assert.True(await room.HeardNothing("quality.stats.read"));
        await PluginRoomFixture.Entry(ben, entry => entry is { Capability: "quality.stats.read", Verdict: "not-consented" });
    }

    [Theory, MemberData(nameof(CapabilityRoom.Runtimes), MemberType = typeof(CapabilityRoom))]
    public async Task A_figure_that_waits_is_not_used_after_it_was_revoked(string runtime)
    {
        await using var room = await CapabilityRoom.Start(runtime, Declared);
        var ben = await room.Join("Ben");
        await room.Choose(room.Ada, Category, "allow");
        await room.Choose(ben, Category, "allow");
        await room.Listen("quality.stats.read");

        Assert.Null((await Report(room, room.Ada, 40, 0, 1_000)).Error);
        await room.Choose(room.Ada, Category, "refuse");
        Assert.Null((await Report(room, ben, 60, 0, 1_000)).Error);

        Assert.True(await room.HeardNothing("quality.stats.read"));
    }

    [Theory, MemberData(nameof(CapabilityRoom.Runtimes), MemberType = typeof(CapabilityRoom))]
    public async Task Whoever_contributed_is_in_the_label_so_their_revoking_starts_it_anew(string runtime)
    {
        await using var room = await CapabilityRoom.Start(runtime, Declared);
        var ben = await room.Join("Ben");
        await room.Choose(room.Ada, Category, "allow");
        await room.Choose(ben, Category, "allow");
        await room.Listen("quality.stats.read");
        await Report(room, room.Ada, 40, 0, 1_000);
        await Report(room, ben, 60, 0, 1_000);
        await room.Heard("quality.stats.read");

        // Ada only put a figure in; the event was set off by Ben's.
        await room.Revoke(room.Ada, Category);

        Assert.Equal("consent.missing", (await Report(room, room.Ada, 40, 0, 1_000)).Error?.Code);
    }

    [Theory, MemberData(nameof(CapabilityRoom.Runtimes), MemberType = typeof(CapabilityRoom))]
    public async Task What_is_not_declared_is_refused_on_either_side(string runtime)
    {
        await using var room = await CapabilityRoom.Start(runtime, new([]));

        Assert.Equal("denied quality.stats.read not-declared", await room.Order("listen:quality.stats.read"));

        Assert.Equal("capability.denied", (await Report(room, room.Ada, 40, 0, 1_000)).Error?.Code);
    }

    [Fact]
    public async Task Impossible_figures_and_floods_are_refused()
    {
        await using var room = await CapabilityRoom.Start("dotnet", Declared, StandingTime.Use);
        await room.Choose(room.Ada, Category, "allow");

        foreach (var (rtt, loss, kbps) in new[] { (-1.0, 0.0, 0.0), (60_001, 0, 0), (0, 100.1, 0), (0, -0.1, 0), (0, 0, 1e7 + 1), (double.MaxValue, 0, 0) })
            Assert.Equal("message.malformed", (await Report(room, room.Ada, rtt, loss, kbps)).Error?.Code);
        var text = await room.Ada.CallText("DeliverQuality", $$"""{"pluginIds":["{{room.Plugin.Id}}"],"rttMs":"NaN","lossPercent":0,"kbps":0}""");
        Assert.Equal("message.malformed", text.GetProperty("error").GetProperty("code").GetString());

        var codes = new List<string?>();
        for (var sent = 0; sent < 8; sent++)
            codes.Add((await Report(room, room.Ada, 40, 0, 1_000)).Error?.Code);
        Assert.Equal([null, null, null, .. Enumerable.Repeat("message.rate", 5)], codes);
    }

    private static Task<HubReply<Done>> Report(CapabilityRoom room, Browser from, double rtt, double loss, double kbps) =>
        from.Call<Done>("DeliverQuality", new QualityDelivery([room.Plugin.Id], rtt, loss, kbps));
}
