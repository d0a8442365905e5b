using System.Globalization;
using PluginRoom.Host.Workers;
using PluginRoom.Worker.Tests.Rig;
using Xunit;

namespace PluginRoom.Worker.Tests;

public sealed class CrashTests
{
    [Theory]
    [InlineData("failfast", "the plugin's last words")]
    [InlineData("thread", "thrown on a thread of its own")]
    [InlineData("overflow", "Stack overflow")]
    [InlineData("exit", "exit code 42")]
    public async Task A_crashed_plugin_says_why_and_runs_again(string order, string reason)
    {
        var (worker, room) = await Launch.RunAsync("Crash");
        await using var _ = worker;

        worker.Say(order);

        var restarting = await room.ReachAsync<WorkerRestarting>();
        Assert.Contains(reason, restarting.Reason, StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromMilliseconds(250), restarting.Delay);
        await room.ReachAsync<WorkerRunning>();
        worker.Say("hello again");
        Assert.Equal("hello again", await room.NextTextAsync());
    }

    [Fact]
    public async Task A_plugin_that_eats_memory_meets_its_limit_and_lives_or_dies_alone()
    {
        var (worker, room) = await Launch.RunAsync("Crash");
        await using var _ = worker;

        worker.Say("memory");

        // Close to its limit the collector works hard; on a busy machine the handler's time may be over before the exception comes.
        var fault = room.NextFaultAsync();
        var ended = room.ReachAsync<WorkerRestarting>();
        if (await Task.WhenAny(fault, ended) == fault)
        {
            Assert.Contains("OutOfMemoryException", (await fault).Message, StringComparison.Ordinal);
        }
        else
        {
            Assert.Contains("one handler took more than 30 s", (await ended).Reason, StringComparison.Ordinal);
            await room.ReachAsync<WorkerRunning>();
        }

        worker.Say("hello again");
        Assert.Equal("hello again", await room.NextTextAsync());
    }

    [Fact]
    public async Task A_start_that_throws_is_named_with_its_message_and_the_error_output()
    {
        var room = new TestRoom();
        await using var worker = Launch.Launcher.Supervise(Launch.Spec("Crash", "throw-at-start"), room);

        var restarting = await room.ReachAsync<WorkerRestarting>();

        Assert.Contains("StartAsync threw InvalidOperationException: no good start", restarting.Reason, StringComparison.Ordinal);
        Assert.Contains("about to start in throw-at-start", restarting.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Five_crashes_within_a_minute_are_enough_until_somebody_asks()
    {
        var time = new FakeTime();
        var room = new TestRoom();
        await using var worker = Launch.With(Launch.Options, time).Supervise(Launch.Spec("Crash", "throw-at-start"), room);

        foreach (var milliseconds in (int[])[250, 500, 1000, 2000])
        {
            var restarting = await room.ReachAsync<WorkerRestarting>();
            Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), restarting.Delay);
            await time.AdvanceWhenAwaitedAsync(restarting.Delay);
        }

        await room.ReachAsync<WorkerFailed>();
        Assert.Equal(WorkerDelivery.NotRunning, worker.SendUiInput(TestRoom.Flow, "p1", "hello"u8));
        await worker.RestartAsync("the operator asked");
        await room.ReachAsync<WorkerStarting>();
        Assert.Equal(TimeSpan.FromMilliseconds(250), (await room.ReachAsync<WorkerRestarting>()).Delay);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_killed_process_is_replaced(bool insideTheSandbox)
    {
        var (worker, room) = await Launch.RunAsync("Echo");
        await using var _ = worker;
        var sandbox = worker.Current!.ProcessId;
        var victim = insideTheSandbox ? Processes.Children(sandbox).Single() : sandbox;

        Processes.Kill(victim);

        var restarting = await room.ReachAsync<WorkerRestarting>();
        Assert.Contains("killed", restarting.Reason, StringComparison.Ordinal);
        await room.ReachAsync<WorkerRunning>();
        Assert.False(Processes.Exists(victim), string.Create(CultureInfo.InvariantCulture, $"{victim} is still there"));
        worker.Say("hello");
        Assert.Equal("hello", await room.NextTextAsync());
    }

    [Fact]
    public async Task A_restart_on_request_gives_a_fresh_process_and_tells_the_room_before_it_exists()
    {
        var (worker, room) = await Launch.RunAsync("Echo");
        await using var _ = worker;
        var before = worker.Current!.ProcessId;

        await worker.RestartAsync("a person revoked");

        Assert.False(Processes.Exists(before));
        Assert.Equal(new WorkerRestarting("a person revoked", TimeSpan.Zero), await room.NextStateAsync());
        Assert.IsType<WorkerStarting>(await room.NextStateAsync());
        Assert.IsType<WorkerRunning>(await room.NextStateAsync());
        Assert.NotEqual(before, worker.Current!.ProcessId);
    }
}
