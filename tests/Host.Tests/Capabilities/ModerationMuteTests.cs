using PluginRoom.Host.Rooms;
using PluginRoom.Protocol.Client;
using Xunit;

namespace PluginRoom.Host.Tests.Capabilities;

public sealed class ModerationMuteTests
{
    private const string Known = "identity.pseudonym";
    private static readonly ProbeManifest Declared = new(["moderation.mute", "participants.list"], $"{Known} room", "plugin.input room");

    [Theory, MemberData(nameof(CapabilityRoom.Runtimes), MemberType = typeof(CapabilityRoom))]
    public async Task A_person_is_muted_when_the_moderator_says_yes(string runtime)
    {
        await using var room = await CapabilityRoom.Start(runtime, Declared);
        var ben = await room.Join("Ben");
        await room.Choose(ben, Known, "allow");

        var asked = room.Order($"moderation.mute {await ModerationFixture.Pseudonym(ben)} Too loud");
        var question = await room.Ada.Hear<PluginQuestion>(RoomEvents.PluginQuestion);
        Assert.Equal(("mute", "Too loud", ben.Seat.Self), (question.Kind, question.Text, question.ParticipantId));
        Assert.False(ben.HasHeard(RoomEvents.MuteAsked));
        Assert.Null((await ModerationFixture.Answer(room.Ada, question, allow: true)).Error);

        Assert.Equal("done", await asked);
        Assert.Equal(new MuteAsked("Ada", room.Plugin.Name, "Too loud"), await ben.Hear<MuteAsked>(RoomEvents.MuteAsked));
        await room.Entry(entry => entry is { Capability: "moderation.mute", Sink: "room", Verdict: "forwarded" });
    }

    [Theory, MemberData(nameof(CapabilityRoom.Runtimes), MemberType = typeof(CapabilityRoom))]
    public async Task Nobody_is_muted_when_the_moderator_refused(string runtime)
    {
        await using var room = await CapabilityRoom.Start(runtime, Declared);
        var ben = await room.Join("Ben");
        await room.Choose(ben, Known, "allow");

        var asked = room.Order($"moderation.mute {await ModerationFixture.Pseudonym(ben)} Too loud");
        await ModerationFixture.Answer(room.Ada, await room.Ada.Hear<PluginQuestion>(RoomEvents.PluginQuestion), allow: false);

        Assert.Equal("failed question.declined", await asked);
        Assert.False(ben.HasHeard(RoomEvents.MuteAsked));
    }

    [Theory, MemberData(nameof(CapabilityRoom.Runtimes), MemberType = typeof(CapabilityRoom))]
    public async Task A_yes_is_void_when_the_person_revoked_meanwhile(string runtime)
    {
        await using var room = await CapabilityRoom.Start(runtime, Declared);
        var ben = await room.Join("Ben");
        await room.Choose(ben, Known, "allow");

        var asked = room.Order($"moderation.mute {await ModerationFixture.Pseudonym(ben)} Too loud");
        var question = await room.Ada.Hear<PluginQuestion>(RoomEvents.PluginQuestion);
        // The process has not listed anybody, so nothing of Ben's is in it and it goes on.
        await room.Choose(ben, Known, "refuse");

        Assert.Equal("participant.unknown", (await ModerationFixture.Answer(room.Ada, question, allow: true)).Error?.Code);
        Assert.Equal("failed question.declined", await asked);
        Assert.False(ben.HasHeard(RoomEvents.MuteAsked));
    }

    [Theory, MemberData(nameof(CapabilityRoom.Runtimes), MemberType = typeof(CapabilityRoom))]
    public async Task It_is_refused_when_it_is_not_declared(string runtime)
    {
        await using var room = await CapabilityRoom.Start(runtime, new(["moderation.remove"], "plugin.input room"));
        var ben = await room.Join("Ben");

        Assert.Equal("denied moderation.mute not-declared", await room.Order($"moderation.mute {await ModerationFixture.Pseudonym(ben)} Too loud"));

        Assert.False(room.Ada.HasHeard(RoomEvents.PluginQuestion));
    }

    [Theory, MemberData(nameof(CapabilityRoom.Runtimes), MemberType = typeof(CapabilityRoom))]
    public async Task What_may_not_go_into_the_room_is_no_reason_that_a_moderator_reads(string runtime)
    {
        await using var room = await CapabilityRoom.Start(runtime, new(["moderation.mute"]));
        var ben = await room.Join("Ben");
        await room.Choose(ben, "plugin.input", "allow");

        // Ada's order is in the process, and the manifest lets it go to the frames only.
        Assert.Equal("denied moderation.mute label", await room.Order($"moderation.mute {await ModerationFixture.Pseudonym(ben)} Too loud"));

        Assert.False(room.Ada.HasHeard(RoomEvents.PluginQuestion));
    }

    [Fact]
    public async Task Reasons_and_ids_that_are_none_are_refused_each_in_words()
    {
        await using var room = await CapabilityRoom.Start("dotnet", Declared);
        var ben = await room.Join("Ben");
        await room.Choose(ben, Known, "allow");
        var id = await ModerationFixture.Pseudonym(ben);

        Assert.Equal("failed participant.unknown", await room.Order("moderation.mute nobody Too loud"));
        Assert.Equal("failed participant.unknown", await room.Order($"moderation.mute {ben.Seat.Self} Too loud"));
        Assert.Equal("failed text.length", await room.Order($"moderation.mute {id}   "));
        Assert.StartsWith("threw ArgumentException", await room.Order($"moderation.mute {id} {new string('x', 201)}"), StringComparison.Ordinal);

        Assert.False(room.Ada.HasHeard(RoomEvents.PluginQuestion));
    }

    [Fact]
    public async Task Only_one_question_waits_and_a_flood_of_them_is_refused()
    {
        await using var room = await CapabilityRoom.Start("dotnet", Declared);
        var ben = await room.Join("Ben");
        await room.Choose(ben, Known, "allow");
        var id = await ModerationFixture.Pseudonym(ben);
        var first = room.Order($"moderation.mute {id} one");
        var question = await room.Ada.Hear<PluginQuestion>(RoomEvents.PluginQuestion);

        Assert.Equal("denied moderation.mute limit", await room.Order($"moderation.mute {id} two"));
        // Whoever was not asked cannot answer.
        Assert.Equal("question.over", (await ModerationFixture.Answer(ben, question, allow: true)).Error?.Code);
        await ModerationFixture.Answer(room.Ada, question, allow: true);

        Assert.Equal("done", await first);
    }
}
