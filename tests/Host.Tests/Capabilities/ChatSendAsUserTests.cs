using PluginRoom.Host.Rooms;
using PluginRoom.Host.Tests.Rooms.Plugins;
using PluginRoom.Host.Tests.Signaling;
using PluginRoom.Protocol.Client;
using Xunit;

namespace PluginRoom.Host.Tests.Capabilities;

public sealed class ChatSendAsUserTests
{
    // Ada's orders are input of hers, so what the probe proposes carries that.
    private static readonly ProbeManifest Declared = new(["chat.sendAsUser"], "plugin.input room?");

    [Theory, MemberData(nameof(CapabilityRoom.Runtimes), MemberType = typeof(CapabilityRoom))]
    public async Task The_person_sees_the_text_to_the_letter_and_a_yes_is_carried_out_when_granted(string runtime)
    {
        await using var room = await CapabilityRoom.Start(runtime, Declared);
        var ada = await Self(room);
        const string Text = "I agree. \u202Eevil\u200B\u0007 \"quoted\" 👩‍🚀\n\nSecond line ";

        var asked = room.Order($"chat.sendAsUser {ada} {Text}");
        var question = await room.Ada.Hear<PluginQuestion>(RoomEvents.PluginQuestion);

        Assert.Equal(("sendAsUser", Text, room.Plugin.Id, room.Plugin.Name), (question.Kind, question.Text, question.PluginId, question.PluginName));
        Assert.False(asked.IsCompleted);
        Assert.Null((await Answer(room.Ada, question, true)).Error);
        Assert.Equal("done", await asked);
        var entry = await room.Entry(entry => entry is { Capability: "chat.sendAsUser", Verdict: "forwarded" });
        Assert.Equal(("plugin.input", "me", "room"), (entry.Category, entry.Subject, entry.Sink));
    }

    [Theory, MemberData(nameof(CapabilityRoom.Runtimes), MemberType = typeof(CapabilityRoom))]
    public async Task Nothing_is_shown_when_the_flow_was_refused(string runtime)
    {
        await using var room = await CapabilityRoom.Start(runtime, Declared);
        var ada = await Self(room);
        await room.Choose(room.Ada, "plugin.input room", "refuse");
        await PluginRoomFixture.StartedAnew(room.Ada, room.Plugin);

        Assert.Equal("denied chat.sendAsUser not-consented", await room.Order($"chat.sendAsUser {ada} hello"));

        Assert.False(room.Ada.HasHeard(RoomEvents.PluginQuestion));
        await room.Entry(entry => entry is { Capability: "chat.sendAsUser", Verdict: "not-consented" });
    }

    [Theory, MemberData(nameof(CapabilityRoom.Runtimes), MemberType = typeof(CapabilityRoom))]
    public async Task A_question_that_is_open_ends_when_the_flow_is_revoked(string runtime)
    {
        await using var room = await CapabilityRoom.Start(runtime, Declared);
        var ada = await Self(room);
        _ = room.Order($"chat.sendAsUser {ada} hello");
        var question = await room.Ada.Hear<PluginQuestion>(RoomEvents.PluginQuestion);

        await room.Revoke(room.Ada, "plugin.input room");

        Assert.Equal(question.Id, (await room.Ada.Hear<PluginQuestionGone>(RoomEvents.PluginQuestionGone)).Id);
        Assert.Equal("question.over", (await Answer(room.Ada, question, true)).Error?.Code);
        Assert.Equal("denied chat.sendAsUser not-consented", await room.Order($"chat.sendAsUser {ada} again"));
    }

    [Theory, MemberData(nameof(CapabilityRoom.Runtimes), MemberType = typeof(CapabilityRoom))]
    public async Task Refused_when_it_is_not_declared(string runtime)
    {
        await using var room = await CapabilityRoom.Start(runtime, new([]));
        var ada = await Self(room);

        Assert.Equal("denied chat.sendAsUser not-declared", await room.Order($"chat.sendAsUser {ada} hello"));
        Assert.Equal("denied chat.sendAsUser not-declared", await room.Order("chat.sendAsUser nobody hello"));

        await room.Entry(entry => entry is { Capability: "chat.sendAsUser", Verdict: "not-declared" });
        Assert.False(room.Ada.HasHeard(RoomEvents.PluginQuestion));
    }

    [Theory, MemberData(nameof(CapabilityRoom.Runtimes), MemberType = typeof(CapabilityRoom))]
    public async Task A_yes_comes_too_late_when_the_process_has_seen_meanwhile_what_may_not_go_there(string runtime)
    {
        await using var room = await CapabilityRoom.Start(runtime, new(["chat.sendAsUser", "chat.read"], "plugin.input room?", "content.chat ui"));
        var ada = await Self(room);
        var ben = await room.Join("Ben");
        await room.Choose(ben, "content.chat", "allow");
        var asked = room.Order($"chat.sendAsUser {ada} hello");
        var question = await room.Ada.Hear<PluginQuestion>(RoomEvents.PluginQuestion);

        Assert.Null((await ben.Call<Done>("DeliverChat", new ChatDelivery([room.Plugin.Id], "m1", "a secret"))).Error);

        Assert.Equal("sink.blocked", (await Answer(room.Ada, question, true)).Error?.Code);
        Assert.Equal("denied chat.sendAsUser label", await asked);
        var entry = await room.Entry(entry => entry is { Capability: "chat.sendAsUser", Verdict: "blocked" });
        Assert.Equal("room", entry.Sink);
    }

    [Theory, MemberData(nameof(CapabilityRoom.Runtimes), MemberType = typeof(CapabilityRoom))]
    public async Task A_text_has_its_limits_and_an_id_names_somebody(string runtime)
    {
        await using var room = await CapabilityRoom.Start(runtime, Declared);
        var ada = await Self(room);

        Assert.StartsWith("threw ", await room.Order($"chat.sendAsUser {ada} {new string('x', 4_001)}"), StringComparison.Ordinal);
        Assert.Equal("failed text.length", await room.Order($"chat.sendAsUser {ada} \n \t"));
        Assert.Equal("failed participant.unknown", await room.Order("chat.sendAsUser AAAAAAAAAAAAAAAA hello"));
        Assert.False(room.Ada.HasHeard(RoomEvents.PluginQuestion));
    }

    private static async Task<string> Self(CapabilityRoom room) => (await room.Ada.Hear<PluginPeople>(RoomEvents.PluginPeople)).Self;

    private static Task<HubReply<Done>> Answer(Browser person, PluginQuestion question, bool allow) =>
        person.Call<Done>("AnswerQuestion", new QuestionAnswer(question.Id, allow));
}
