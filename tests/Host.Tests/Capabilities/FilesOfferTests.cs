using PluginRoom.Protocol.Client;
using Xunit;

namespace PluginRoom.Host.Tests.Capabilities;

public sealed class FilesOfferTests
{
    [Theory, MemberData(nameof(CapabilityRoom.Runtimes), MemberType = typeof(CapabilityRoom))]
    public async Task A_file_is_offered_when_granted_and_stands_in_the_ledger(string runtime)
    {
        await using var room = await CapabilityRoom.Start(runtime, new(["files.offer"], "plugin.input download"));

        Assert.Null((await Offer(room)).Error);

        await room.Entry(entry => entry is { Capability: "files.offer", Sink: "download", Verdict: "forwarded", Bytes: 100 });
    }

    [Theory, MemberData(nameof(CapabilityRoom.Runtimes), MemberType = typeof(CapabilityRoom))]
    public async Task Refused_when_it_is_not_declared(string runtime)
    {
        await using var room = await CapabilityRoom.Start(runtime, new([]));

        Assert.Equal("capability.denied", (await Offer(room)).Error?.Code);
    }

    private static Task<HubReply<Done>> Offer(CapabilityRoom room) =>
        room.Ada.Call<Done>("OfferFile", new FileOffer(room.Plugin.Id, room.Ada.GenerationOf(room.Plugin.Id), "board.png", 100));
}
