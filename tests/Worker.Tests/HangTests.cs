using System.Diagnostics;
using PluginRoom.Host.Workers;
using PluginRoom.Worker.Tests.Rig;
using Xunit;

namespace PluginRoom.Worker.Tests;

public sealed class HangTests
{
    private static readonly WorkerOptions Impatient = Launch.Options with
    {
        StopDeadline = TimeSpan.FromMilliseconds(200),
    };

    [Theory]
    [InlineData("hang-at-start")]
    [InlineData("spin-at-start")]
    public async Task A_start_that_does_not_return_is_ended_at_the_deadline(string alias)
    {
        var time = new FakeTime();
        var room = new TestRoom();
        var spec = Launch.Spec("Hang", alias) with { Limits = Launch.Generous with { StartSeconds = 5 } };
        await using var worker = Launch.With(Launch.Options with { StopDeadline = TimeSpan.Zero }, time).Supervise(spec, room);

        await time.AdvanceWhenAwaitedAsync(TimeSpan.FromSeconds(5));

        var restarting = await room.ReachAsync<WorkerRestarting>();
        Assert.Contains("not ready within 5 s", restarting.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_process_that_is_ended_while_the_sandbox_is_being_set_up_leaves_nothing_behind()
    {
        var ended = 0;
        for (var attempt = 0; attempt < 50; attempt++)
        {
            var time = new FakeTime();
            var room = new TestRoom();
            await using var worker = Launch.With(Launch.Options, time).Supervise(Launch.Spec("Echo"), room);

            // On a busy machine it may be ready before its time is over.
            _ = time.AdvanceWhenAwaitedAsync(TimeSpan.FromSeconds(Launch.Generous.StartSeconds));
            WorkerState state;
            do
                state = await room.NextStateAsync();
            while (state is not (WorkerRestarting or WorkerRunning));

            // This one is reached only when the last holder of its pipes is gone.
            ended += state is WorkerRestarting ? 1 : 0;
        }

        Assert.NotEqual(0, ended);
    }

    [Theory]
    [InlineData("wait")]
    [InlineData("spin")]
    [InlineData("block")]
    public async Task A_handler_that_does_not_return_costs_the_process(string order)
    {
        var room = new TestRoom();
        var spec = Launch.Spec("Hang") with { Limits = Launch.Generous with { HandlerSeconds = 2 } };
        await using var worker = Launch.With(Impatient, TimeProvider.System).Supervise(spec, room);
        await room.ReachAsync<WorkerRunning>();
        var clock = Stopwatch.StartNew();

        worker.Say(order);

        var restarting = await room.ReachAsync<WorkerRestarting>();
        Assert.True(clock.Elapsed >= TimeSpan.FromSeconds(1.9));
        Assert.Contains("one handler took more than 2 s", restarting.Reason, StringComparison.Ordinal);
        Assert.Equal("It was ended: one handler took more than 2 s, as its manifest allows.", await room.NextLimitAsync());
        await room.ReachAsync<WorkerRunning>();
    }

    [Fact]
    public async Task A_stop_that_does_not_return_is_cut_off()
    {
        var room = new TestRoom();
        var worker = Launch.With(Impatient, TimeProvider.System).Supervise(Launch.Spec("Hang", "hang-at-stop"), room);
        await room.ReachAsync<WorkerRunning>();
        var process = worker.Current!.ProcessId;

        await worker.DisposeAsync();

        Assert.False(Processes.Exists(process));
    }

    [Fact]
    public async Task A_handler_that_waits_on_its_token_ends_when_the_plugin_is_stopped()
    {
        var room = new TestRoom();
        // The deadline never comes, because this time stands still.
        var worker = Launch.With(Launch.Options, new FakeTime()).Supervise(Launch.Spec("Hang"), room);
        await room.ReachAsync<WorkerRunning>();
        worker.Say("polite");
        worker.Say("never answered");

        await worker.DisposeAsync();

        Assert.IsType<WorkerStopped>(worker.State);
    }

    [Fact]
    public async Task A_healthy_plugin_answers_every_ping()
    {
        var time = new FakeTime();
        var room = new TestRoom();
        await using var worker = Launch.With(Launch.Options, time).Supervise(Launch.Spec("Echo"), room);
        await room.ReachAsync<WorkerRunning>();

        for (var ping = 0; ping < 10; ping++)
        {
            await time.AdvanceWhenAwaitedAsync(TimeSpan.FromSeconds(1));
            // Behind the ping in the same pipe, so the pong is on its way before this comes back.
            worker.Say("hello");
            Assert.Equal("hello", await room.NextTextAsync());
        }

        Assert.IsType<WorkerRunning>(worker.State);
    }

    [Fact]
    public async Task An_idle_plugin_is_asked_seldom()
    {
        var time = new FakeTime();
        var room = new TestRoom();
        await using var worker = Launch.With(Launch.Options, time).Supervise(Launch.Spec("Echo"), room);

        // It may have been given something to handle while it started.
        await time.AdvanceWhenAwaitedAsync(TimeSpan.FromSeconds(1));

        // Each next ping is armed by the answer to the one before.
        for (var ping = 0; ping < 3; ping++)
            await time.AdvanceWhenAwaitedAsync(TimeSpan.FromSeconds(10));
        Assert.IsType<WorkerRunning>(worker.State);
    }
}
