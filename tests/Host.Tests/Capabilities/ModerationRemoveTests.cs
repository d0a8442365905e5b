using PluginRoom.Host.Rooms;
using PluginRoom.Protocol.Client;
using Xunit;

namespace PluginRoom.Host.Tests.Capabilities;

public sealed class ModerationRemoveTests
{
    private const string Known = "identity.pseudonym";
    private static readonly ProbeManifest Declared = new(["moderation.remove", "participants.list"], $"{Known} room", "plugin.input room");

    [Theory, MemberData(nameof(CapabilityRoom.Runtimes), MemberType = typeof(CapabilityRoom))]
    public async Task A_person_is_put_out_when_the_moderator_says_yes(string runtime)
    {
        await using var room = await CapabilityRoom.Start(runtime, Declared);
        var ben = await room.Join("Ben");
        await room.Choose(ben, Known, "allow");

        var asked = room.Order($"moderation.remove {await ModerationFixture.Pseudonym(ben)} Shouts");
        await ModerationFixture.Answer(room.Ada, await room.Ada.Hear<PluginQuestion>(RoomEvents.PluginQuestion), allow: true);

        Assert.Equal("done", await asked);
        Assert.Equal(new SeatEnded("Ada", room.Plugin.Name, "Shouts"), await ben.Hear<SeatEnded>(RoomEvents.SeatEnded));
        await ben.Closed;
        Assert.Equal(ben.Seat.Self, (await room.Ada.Hear<ParticipantGone>(RoomEvents.ParticipantLeft)).Id);
        await room.Entry(entry => entry is { Capability: "moderation.remove", Sink: "room", Verdict: "forwarded" });
    }

    [Theory, MemberData(nameof(CapabilityRoom.Runtimes), MemberType = typeof(CapabilityRoom))]
    public async Task Nobody_is_put_out_when_the_moderator_refused(string runtime)
    {
        await using var room = await CapabilityRoom.Start(runtime, Declared);
        var ben = await room.Join("Ben");
        await room.Choose(ben, Known, "allow");

        var asked = room.Order($"moderation.remove {await ModerationFixture.Pseudonym(ben)} Shouts");
        await ModerationFixture.Answer(room.Ada, await room.Ada.Hear<PluginQuestion>(RoomEvents.PluginQuestion), allow: false);

        Assert.Equal("failed question.declined", await asked);
        Assert.False(ben.HasHeard(RoomEvents.SeatEnded));
        Assert.False(room.Ada.HasHeard(RoomEvents.ParticipantLeft));
    }

    [Theory, MemberData(nameof(CapabilityRoom.Runtimes), MemberType = typeof(CapabilityRoom))]
    public async Task A_person_who_revoked_everything_cannot_be_named(string runtime)
    {
        await using var room = await CapabilityRoom.Start(runtime, Declared);
        var ben = await room.Join("Ben");
        await room.Choose(ben, Known, "allow");
        var id = await ModerationFixture.Pseudonym(ben);
        await room.Choose(ben, Known, "refuse");

        // Nobody is shown it, and it takes its place: the plugin cannot tell it from a question that nobody answers.
        var (asked, second) = await room.Twice($"moderation.remove {id} Refused");
        Assert.Equal(("denied moderation.remove limit", false), (second, asked.IsCompleted));
        Assert.False(room.Ada.HasHeard(RoomEvents.PluginQuestion));
    }

    [Theory, MemberData(nameof(CapabilityRoom.Runtimes), MemberType = typeof(CapabilityRoom))]
    public async Task It_is_refused_when_it_is_not_declared(string runtime)
    {
        await using var room = await CapabilityRoom.Start(runtime, new(["moderation.mute"], "plugin.input room"));
        var ben = await room.Join("Ben");

        Assert.Equal("denied moderation.remove not-declared", await room.Order($"moderation.remove {await ModerationFixture.Pseudonym(ben)} Shouts"));

        Assert.False(room.Ada.HasHeard(RoomEvents.PluginQuestion));
    }

    [Fact]
    public async Task Nobody_decides_about_themselves()
    {
        await using var room = await CapabilityRoom.Start("dotnet", Declared);
        var ben = await room.Join("Ben");
        await room.Choose(room.Ada, Known, "allow");
        var ada = await ModerationFixture.Pseudonym(room.Ada);

        // Ada is the only moderator, so nobody is asked.
        var (unheard, second) = await room.Twice($"moderation.remove {ada} Shouts");
        Assert.Equal(("denied moderation.remove limit", false), (second, unheard.IsCompleted));
        Assert.False(room.Ada.HasHeard(RoomEvents.PluginQuestion));

        await room.Ada.Call<Done>("NameModerator", new ModeratorRequest(ben.Seat.Self));
        var asked = room.Order($"moderation.remove {ada} Shouts");
        var question = await ben.Hear<PluginQuestion>(RoomEvents.PluginQuestion);
        Assert.Equal(room.Ada.Seat.Self, question.ParticipantId);
        await ModerationFixture.Answer(ben, question, allow: false);
        Assert.Equal("failed question.declined", await asked);
    }

    [Fact]
    public async Task A_yes_of_somebody_who_is_no_moderator_any_more_is_void()
    {
        await using var room = await CapabilityRoom.Start("dotnet", Declared);
        var (ben, cem) = (await room.Join("Ben"), await room.Join("Cem"));
        await room.Choose(ben, Known, "allow");
        var asked = room.Order($"moderation.remove {await ModerationFixture.Pseudonym(ben)} Shouts");
        var question = await room.Ada.Hear<PluginQuestion>(RoomEvents.PluginQuestion);

        await room.Ada.Call<Done>("NameModerator", new ModeratorRequest(cem.Seat.Self));
        Assert.Null((await room.Ada.Call<Done>("StepDown", new { })).Error);

        Assert.Equal("moderator.only", (await ModerationFixture.Answer(room.Ada, question, allow: true)).Error?.Code);
        Assert.Equal("failed question.declined", await asked);
        Assert.False(ben.HasHeard(RoomEvents.SeatEnded));
    }

    [Fact]
    public async Task A_yes_about_somebody_who_left_meanwhile_is_void()
    {
        await using var room = await CapabilityRoom.Start("dotnet", Declared);
        var ben = await room.Join("Ben");
        await room.Choose(ben, Known, "allow");
        var asked = room.Order($"moderation.remove {await ModerationFixture.Pseudonym(ben)} Shouts");
        var question = await room.Ada.Hear<PluginQuestion>(RoomEvents.PluginQuestion);

        await ben.Call<Done>("Leave", new { });

        Assert.Equal("participant.unknown", (await ModerationFixture.Answer(room.Ada, question, allow: true)).Error?.Code);
        Assert.Equal("failed question.declined", await asked);
    }
}
