using Microsoft.Extensions.DependencyInjection;
using PluginRoom.Host.Rooms;
using PluginRoom.Host.Tests.Capabilities;
using PluginRoom.Host.Tests.Signaling;
using PluginRoom.Protocol.Client;
using Xunit;

namespace PluginRoom.Host.Tests.Rooms.Plugins.Asking;

/// <summary>The rules that hold for whatever a plugin asks a person, tried by the lines that it proposes.</summary>
public sealed class QuestionTests
{
    private static readonly ProbeManifest Declared = new(["chat.sendAsUser", "files.pick"], "plugin.input room", "content.file ui");

    [Fact]
    public async Task Only_the_person_who_was_asked_can_answer_and_only_once()
    {
        await using var room = await Start();
        var ben = await room.Join("Ben");
        var asked = room.Order(Ask(await Self(room)));
        var question = await Asked(room.Ada);

        Assert.Equal("question.over", (await Answer(ben, question.Id, true)).Error?.Code);
        Assert.Equal("question.over", (await Answer(room.Ada, question.Id + "x", true)).Error?.Code);
        Assert.False(ben.HasHeard(RoomEvents.PluginQuestion));
        Assert.False(asked.IsCompleted);

        Assert.Null((await Answer(room.Ada, question.Id, true)).Error);
        Assert.Equal("question.over", (await Answer(room.Ada, question.Id, true)).Error?.Code);
        Assert.Equal("question.over", (await Answer(room.Ada, question.Id, false)).Error?.Code);
        Assert.Equal("done", await asked);
    }

    [Fact]
    public async Task A_person_is_asked_one_thing_at_a_time_and_each_person_by_themselves()
    {
        await using var room = await Start();
        var ben = await room.Join("Ben");
        var ada = await Self(room);
        var first = room.Order(Ask(ada));
        var question = await Asked(room.Ada);

        for (var more = 0; more < 20; more++)
            Assert.Equal("denied chat.sendAsUser limit", await room.Order(Ask(ada)));
        var other = room.Order(Ask(ben.Seat.PluginPeople[0].Self));
        var others = await Asked(ben);

        Assert.False(room.Ada.HasHeard(RoomEvents.PluginQuestion));
        await Answer(room.Ada, question.Id, true);
        await Answer(ben, others.Id, false);
        Assert.Equal(["done", "failed question.declined"], [await first, await other]);
        await room.Entry(entry => entry is { Capability: "chat.sendAsUser", Verdict: "limit" });
    }

    [Fact]
    public async Task After_two_noes_in_a_row_there_is_a_minute_of_peace_and_after_another_one_more()
    {
        var time = new ShiftedTime();
        await using var room = await Start(time);
        var ada = await Self(room);
        for (var no = 0; no < 2; no++)
            Assert.Equal("failed question.declined", await AskedAndAnswered(room, ada, false));

        Assert.Equal("denied chat.sendAsUser limit", await room.Order(Ask(ada)));
        time.Forward(TimeSpan.FromSeconds(61));
        Assert.Equal("failed question.declined", await AskedAndAnswered(room, ada, false));
        Assert.Equal("denied chat.sendAsUser limit", await room.Order(Ask(ada)));
        time.Forward(TimeSpan.FromSeconds(61));
        Assert.Equal("done", await AskedAndAnswered(room, ada, true));
        Assert.Equal("failed question.declined", await AskedAndAnswered(room, ada, false));
        Assert.Equal("failed question.declined", await AskedAndAnswered(room, ada, false));
        Assert.Equal("denied chat.sendAsUser limit", await room.Order(Ask(ada)));
    }

    [Fact]
    public async Task Whoever_does_not_answer_is_left_alone_like_whoever_says_no()
    {
        var time = new ShiftedTime();
        await using var room = await Start(time);
        var ada = await Self(room);
        for (var silent = 0; silent < 2; silent++)
        {
            var asked = room.Order(Ask(ada));
            var question = await Asked(room.Ada);
            Assert.Equal(60, question.Seconds);
            time.Forward(TimeSpan.FromSeconds(61));
            Assert.Equal("failed question.unanswered", await asked);
            Assert.Equal(question.Id, (await room.Ada.Hear<PluginQuestionGone>(RoomEvents.PluginQuestionGone)).Id);
            Assert.Equal("question.over", (await Answer(room.Ada, question.Id, true)).Error?.Code);
        }

        Assert.Equal("denied chat.sendAsUser limit", await room.Order(Ask(ada)));
    }

    [Fact]
    public async Task Somebody_who_has_left_is_asked_like_somebody_who_does_not_answer()
    {
        var time = new ShiftedTime();
        await using var room = await Start(time);
        var ben = await room.Join("Ben");
        await ben.Call<Done>("Leave", new { });

        // Nobody is shown anything; that the place is taken tells that the question waits.
        var (asked, second) = await room.Twice(Ask(ben.Seat.PluginPeople[0].Self));
        Assert.Equal("denied chat.sendAsUser limit", second);
        Assert.Equal("done", await room.Order("nothing"));
        Assert.False(asked.IsCompleted);
        time.Forward(TimeSpan.FromSeconds(61));

        Assert.Equal("failed question.unanswered", await asked);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_question_waits_for_whoever_comes_back(bool reloaded)
    {
        await using var room = await Start();
        var ben = await room.Join("Ben");
        var asked = room.Order(Ask(ben.Seat.PluginPeople[0].Self));
        var question = await Asked(ben);

        await using var back = await Browser.Connect(room.Address);
        back.PublicKey = reloaded ? back.PublicKey : ben.PublicKey;
        await back.Join("plugin-room", "Ben", ben.Seat.ResumeToken);

        Assert.Equal(question.Id, (await Asked(back)).Id);
        Assert.Null((await Answer(back, question.Id, true)).Error);
        Assert.Equal("done", await asked);
    }

    [Fact]
    public async Task A_question_ends_with_the_plugin()
    {
        await using var room = await Start();
        _ = room.Order(Ask(await Self(room)));
        var question = await Asked(room.Ada);

        await room.Ada.Call<Done>("RemovePlugin", new PluginRequest(room.Plugin.Id));

        Assert.Equal(question.Id, (await room.Ada.Hear<PluginQuestionGone>(RoomEvents.PluginQuestionGone)).Id);
        Assert.Equal("question.over", (await Answer(room.Ada, question.Id, true)).Error?.Code);
    }

    [Fact]
    public async Task Thousands_of_answers_to_nothing_change_nothing()
    {
        await using var room = await Start();
        var asked = room.Order(Ask(await Self(room)));
        var question = await Asked(room.Ada);
        string[] ugly = ["", "x", new string('A', 100_000), question.Id[..^1], "\u0000", "../" + question.Id];
        var codes = new HashSet<string?>();

        // From another browser: what it sends too much of is its own affair.
        var ben = await room.Join("Ben");
        for (var round = 0; round < 300; round++)
            codes.Add((await Answer(ben, round % 2 == 0 ? question.Id : ugly[round % ugly.Length], true)).Error?.Code);
        codes.Add((await ben.Call<Done>("HandFiles", new FilesHanded(question.Id, [new("a", "", 1)]))).Error?.Code);

        Assert.Subset(new HashSet<string?> { "question.over", "message.rate" }, codes);
        Assert.Equal("question.over", (await room.Ada.Call<Done>("HandFiles", new FilesHanded(question.Id, [new("a", "", 1)]))).Error?.Code);
        Assert.Null((await Answer(room.Ada, question.Id, true)).Error);
        Assert.Equal("done", await asked);
    }

    private static Task<CapabilityRoom> Start(ShiftedTime? time = null) =>
        CapabilityRoom.Start("dotnet", Declared, time is null ? null : services => services.AddSingleton<TimeProvider>(time));

    private static string Ask(string person) => $"chat.sendAsUser {person} I agree";

    private static async Task<string> AskedAndAnswered(CapabilityRoom room, string person, bool allow)
    {
        var asked = room.Order(Ask(person));
        await Answer(room.Ada, (await Asked(room.Ada)).Id, allow);
        return await asked;
    }

    private static Task<PluginQuestion> Asked(Browser person) => person.Hear<PluginQuestion>(RoomEvents.PluginQuestion);

    private static Task<HubReply<Done>> Answer(Browser person, string id, bool allow) =>
        person.Call<Done>("AnswerQuestion", new QuestionAnswer(id, allow));

    private static async Task<string> Self(CapabilityRoom room) => (await room.Ada.Hear<PluginPeople>(RoomEvents.PluginPeople)).Self;
}
