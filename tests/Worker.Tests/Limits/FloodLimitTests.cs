using System.Diagnostics;
using PluginRoom.Host.Workers;
using PluginRoom.Worker.Tests.Rig;
using Xunit;

namespace PluginRoom.Worker.Tests.Limits;

public sealed class FloodLimitTests
{
    private const int MegabytePerSecond = 1 << 20;

    [Theory]
    [InlineData("messages")]
    [InlineData("log")]
    [InlineData("stdout")]
    public async Task Messages_beyond_the_rate_wait_and_none_is_lost(string order)
    {
        await using var both = await Neighbours.StartAsync(Launch.Generous with { MessagesPerSecond = 100 });
        var clock = Stopwatch.StartNew();

        both.Bad.Say(order);

        Assert.Equal(
            "It is slowed down: it sent more than 100 messages a second, as its manifest allows; the rest waits.", await both.Room.NextLimitAsync());
        await both.AssertUntouchedAsync();
        await ReachDoneAsync(both.Room);
        // 300 of which one second's worth came at once.
        Assert.True(clock.Elapsed >= TimeSpan.FromSeconds(1.8));
        Assert.StartsWith("it sent more than 100", await both.Room.ReachSlowedAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bytes", "its messages came to more than 1 MB a second; the rest waits")]
    [InlineData("stderr", "it wrote more than 1 MB a second to its error output; the rest waits")]
    public async Task Bytes_beyond_the_rate_wait(string order, string words)
    {
        var options = Launch.Options with { MessageBytesPerSecond = MegabytePerSecond, ErrorBytesPerSecond = MegabytePerSecond };
        await using var both = await Neighbours.StartAsync(Launch.Generous, options);
        var clock = Stopwatch.StartNew();

        both.Bad.Say(order);

        Assert.Equal($"It is slowed down: {words}.", await both.Room.NextLimitAsync());
        await both.AssertUntouchedAsync();
        await ReachDoneAsync(both.Room);
        Assert.True(clock.Elapsed >= TimeSpan.FromSeconds(1.5));
    }

    [Fact]
    public async Task A_handler_that_the_host_slows_down_is_not_held_to_its_time_for_that()
    {
        await using var both = await Neighbours.StartAsync(Launch.Generous with { MessagesPerSecond = 50, HandlerSeconds = 2 });

        // Five seconds, nearly all of which the worker waits for the host.
        both.Bad.Say("messages");

        await ReachDoneAsync(both.Room);
        Assert.IsType<WorkerRunning>(both.Bad.State);
    }

    private static async Task ReachDoneAsync(TestRoom room)
    {
        while (await room.NextTextAsync() != "done")
        {
        }
    }
}
