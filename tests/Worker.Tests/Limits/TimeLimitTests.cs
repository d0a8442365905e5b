using System.Diagnostics;
using PluginRoom.Host.Workers;
using PluginRoom.Worker.Tests.Rig;
using Xunit;

namespace PluginRoom.Worker.Tests.Limits;

public sealed class TimeLimitTests
{
    [Fact]
    public async Task A_start_that_takes_too_long_is_ended_after_the_time_that_the_manifest_gives_it()
    {
        var room = new TestRoom();
        var clock = Stopwatch.StartNew();
        var spec = Launch.Spec("Hang", "hang-at-start") with { Limits = Launch.Generous with { StartSeconds = 1 } };
        await using var worker = Launch.Launcher.Supervise(spec, room);

        Assert.Equal("It was ended: it was not ready within 1 s; StartAsync has to return.", await room.NextLimitAsync());
        Assert.True(clock.Elapsed >= TimeSpan.FromSeconds(1));
        Assert.Contains("not ready within 1 s", (await room.ReachAsync<WorkerRestarting>()).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_handler_within_its_time_is_never_ended_however_many_follow()
    {
        await using var both = await Neighbours.StartAsync(Launch.Generous with { HandlerSeconds = 4 });

        // Together far beyond the time of one, without a moment of rest in between.
        for (var handler = 0; handler < 10; handler++)
            both.Bad.Say("wait for 0.6");

        for (var handler = 0; handler < 10; handler++)
            Assert.Equal("waited", await both.Room.NextTextAsync());
        Assert.Equal(new WorkerRunning(), both.Bad.State);
        await both.AssertUntouchedAsync();
    }

    [Fact]
    public async Task A_handler_beyond_its_time_is_ended_after_one_that_was_not()
    {
        await using var both = await Neighbours.StartAsync(Launch.Generous with { HandlerSeconds = 2 });
        both.Bad.Say("wait for 0.6");
        Assert.Equal("waited", await both.Room.NextTextAsync());
        var clock = Stopwatch.StartNew();

        both.Bad.Say("wait for 90");

        await both.AssertEndedAsync("one handler took more than 2 s, as its manifest allows");
        Assert.True(clock.Elapsed >= TimeSpan.FromSeconds(1.9));
    }
}
