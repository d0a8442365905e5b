using PluginRoom.Sdk;
using PluginRoom.Sdk.Testing;
using Xunit;

namespace PluginRoom.Plugin.Sdk.Tests.Capabilities;

public sealed class FakeBehaviourTests
{
    [Fact]
    public async Task Reactions_reach_the_plugin_while_they_are_allowed()
    {
        await using var room = new FakeRoom("reactions.read");
        var heard = new List<SentReaction>();
        using var registration = room.View.Reactions.OnSent((sent, _) => Add(heard, sent));
        var ana = await room.JoinAsync("Ana");

        await ana.ReactAsync(Reaction.Heart);
        await ana.AllowAsync("behaviour.interaction");
        await ana.ReactAsync(Reaction.Applause);
        await ana.RefuseAsync("behaviour.interaction");
        await ana.ReactAsync(Reaction.Laugh);

        Assert.Equal([(ana.Id, Reaction.Applause)], heard.Select(sent => (sent.From, sent.Reaction)));
    }

    [Fact]
    public async Task Speaking_reaches_the_plugin_while_it_is_allowed()
    {
        await using var room = new FakeRoom("speaking.read");
        var heard = new List<SpeakingChange>();
        using var registration = room.View.Speaking.OnChanged((change, _) => Add(heard, change));
        var ana = await room.JoinAsync("Ana");

        await ana.SpeakAsync(true);
        await ana.AllowAsync("behaviour.speaking");
        await ana.SpeakAsync(true);
        await ana.SpeakAsync(false);
        await ana.RefuseAsync("behaviour.speaking");
        await ana.SpeakAsync(true);

        Assert.Equal([true, false], heard.Select(change => change.Speaking));
    }

    [Fact]
    public async Task Quality_reaches_the_plugin_as_a_median_of_two_who_allow_it_and_never_of_one()
    {
        await using var room = new FakeRoom("quality.stats.read");
        var heard = new List<RoomQuality>();
        using var registration = room.View.Quality.OnChanged((quality, _) => Add(heard, quality));
        var (ana, ben, cem) = (await room.JoinAsync("Ana"), await room.JoinAsync("Ben"), await room.JoinAsync("Cem"));
        await ana.AllowAsync("room.meta");
        await ben.AllowAsync("room.meta");

        await ana.ReportQualityAsync(TimeSpan.FromMilliseconds(20), 0, 1_000);
        await cem.ReportQualityAsync(TimeSpan.FromMilliseconds(900), 50, 10);
        Assert.Empty(heard);
        await ben.ReportQualityAsync(TimeSpan.FromMilliseconds(40), 1, 3_000);

        Assert.Equal([new RoomQuality(2, TimeSpan.FromMilliseconds(30), 0.5, 2_000)], heard);
    }

    [Fact]
    public async Task None_of_them_can_be_listened_to_undeclared()
    {
        await using var room = new FakeRoom();
        Func<IDisposable>[] attempts =
        [
            () => room.View.Reactions.OnSent((_, _) => Task.CompletedTask),
            () => room.View.Speaking.OnChanged((_, _) => Task.CompletedTask),
            () => room.View.Quality.OnChanged((_, _) => Task.CompletedTask),
        ];

        foreach (var attempt in attempts)
            Assert.Equal("not-declared", Assert.Throws<CapabilityDeniedException>(attempt).Code);

        Assert.Equal(["reactions.read", "speaking.read", "quality.stats.read"], room.Denied);
    }

    private static Task Add<T>(List<T> list, T value)
    {
        list.Add(value);
        return Task.CompletedTask;
    }
}
