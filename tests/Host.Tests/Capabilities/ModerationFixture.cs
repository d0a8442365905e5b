using PluginRoom.Host.Rooms;
using PluginRoom.Host.Tests.Signaling;
using PluginRoom.Protocol.Client;

namespace PluginRoom.Host.Tests.Capabilities;

/// <summary>What the tests of both kinds of moderation do.</summary>
internal static class ModerationFixture
{
    /// <summary>The name that the plugin has for this person.</summary>
    public static async Task<string> Pseudonym(Browser person) =>
        person.Seat.PluginPeople is [var here, ..] ? here.Self : (await person.Hear<PluginPeople>(RoomEvents.PluginPeople)).Self;

    public static Task<HubReply<Done>> Answer(Browser moderator, PluginQuestion question, bool allow) =>
        moderator.Call<Done>("AnswerQuestion", new QuestionAnswer(question.Id, allow));
}
