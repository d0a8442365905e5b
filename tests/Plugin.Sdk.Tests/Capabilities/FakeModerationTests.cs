using PluginRoom.Sdk;
using PluginRoom.Sdk.Testing;
using Xunit;

namespace PluginRoom.Plugin.Sdk.Tests.Capabilities;

public sealed class FakeModerationTests
{
    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_test_decides_as_the_moderator_and_whoever_is_removed_is_gone()
    {
        await using var room = new FakeRoom("moderation.mute", "moderation.remove", "participants.list");
        room.Moderate = asked => asked.Action == "remove";
        var ana = await room.JoinAsync("Ana");
        await ana.AllowAsync("identity.pseudonym");

        var declined = await Assert.ThrowsAsync<RoomCallException>(() => room.View.Moderation.MuteAsync(ana.Id, "Too loud", Now));
        await room.View.Moderation.RemoveAsync(ana.Id, "Still too loud", Now);

        Assert.Equal("question.declined", declined.Code);
        Assert.Empty(room.People);
        Assert.Equal([new("mute", ana.Id, "Too loud"), new("remove", ana.Id, "Still too loud")], room.AskedModeration);
    }

    [Fact]
    public async Task Nobody_can_be_named_who_allows_the_plugin_nothing()
    {
        await using var room = new FakeRoom("moderation.remove") { Moderate = _ => true };
        var ana = await room.JoinAsync("Ana");

        var unknown = await Assert.ThrowsAsync<RoomCallException>(() => room.View.Moderation.RemoveAsync(ana.Id, "Refused", Now));

        Assert.Equal("question.unanswered", unknown.Code);
        Assert.Equal([ana], room.People);
        Assert.Empty(room.AskedModeration);
    }

    [Fact]
    public async Task Without_a_moderator_nobody_answers_and_without_the_capability_nobody_is_asked()
    {
        await using var room = new FakeRoom("moderation.mute");
        var ana = await room.JoinAsync("Ana");
        await ana.AllowAsync("identity.pseudonym");

        var unanswered = await Assert.ThrowsAsync<RoomCallException>(() => room.View.Moderation.MuteAsync(ana.Id, "Too loud", Now));
        var denied = await Assert.ThrowsAsync<CapabilityDeniedException>(() => room.View.Moderation.RemoveAsync(ana.Id, "Too loud", Now));

        Assert.Equal("question.unanswered", unanswered.Code);
        Assert.Equal(("moderation.remove", "not-declared"), (denied.Capability, denied.Code));
    }

    [Fact]
    public async Task A_reason_has_its_limits_and_an_id_names_somebody()
    {
        await using var room = new FakeRoom("moderation.mute") { Moderate = _ => true };
        var ana = await room.JoinAsync("Ana");
        await ana.AllowAsync("identity.pseudonym");
        var moderation = room.View.Moderation;

        await Assert.ThrowsAsync<ArgumentException>(() => moderation.MuteAsync(ana.Id, "", Now));
        await Assert.ThrowsAsync<ArgumentException>(() => moderation.MuteAsync(ana.Id, new string('x', 201), Now));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => moderation.MuteAsync(default, "Too loud", Now));
        await moderation.MuteAsync(ana.Id, new string('x', 200), Now);

        Assert.Single(room.AskedModeration);
    }
}
