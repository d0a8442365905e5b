using System.Diagnostics;
using PluginRoom.Host.Workers;
using PluginRoom.Host.Workers.Sandbox;
using PluginRoom.Worker.Tests.Rig;
using Xunit;

namespace PluginRoom.Worker.Tests.Limits;

public sealed class CpuLimitTests
{
    private static readonly WorkerLimits Tenth = Launch.Generous with { CpuPercent = 10 };

    [Fact]
    public async Task Four_spinning_threads_get_their_share_of_one_core_and_no_more_and_the_plugin_still_answers()
    {
        await using var both = await Neighbours.StartAsync(Tenth);
        both.Bad.Say("spin");
        Assert.Equal("spinning", await both.Room.NextTextAsync());

        Assert.Equal(
            "It is slowed down: it used more than 10 % of a processor core, as its manifest allows; it is paused in between.",
            await both.Room.NextLimitAsync());
        var (process, clock) = (both.BadProcess, Stopwatch.StartNew());
        var before = Processes.CpuSeconds(process);
        while (clock.Elapsed < TimeSpan.FromSeconds(6))
        {
            both.Bad.Say("alive?");
            Assert.Equal("alive?", await both.Room.NextTextAsync());
            await both.AssertUntouchedAsync();
        }

        var share = (Processes.CpuSeconds(process) - before) / clock.Elapsed.TotalSeconds;
        // A busy machine may not have even that much to give.
        Assert.InRange(share, 0, 0.18);
        Assert.StartsWith("it used more than 10 %", await both.Room.ReachSlowedAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plugin_that_rests_again_runs_freely_again_and_the_room_is_told()
    {
        await using var both = await Neighbours.StartAsync(Tenth with { HandlerSeconds = 60 });
        both.Bad.Say("spin for 1.5");
        Assert.Equal("rested", await both.Room.NextTextAsync());

        await both.Room.ReachSlowedAsync();

        Assert.Null((await both.Room.ReachAsync<WorkerRunning>()).Slowed);
    }

    [Theory]
    [InlineData(false, SandboxTier.Namespaces)]
    [InlineData(true, SandboxTier.Namespaces)]
    [InlineData(false, SandboxTier.Landlock)]
    [InlineData(true, SandboxTier.Landlock)]
    public async Task A_process_that_is_paused_for_its_share_stops_when_asked_and_dies_when_killed(bool kill, SandboxTier tier)
    {
        await using var both = await Neighbours.StartAsync(Launch.Generous with { CpuPercent = 1 }, tier);
        both.Bad.Say("spin");
        await both.Room.NextLimitAsync();
        var process = both.BadProcess;

        // It was paused when that was told. A machine too busy to give it its share need not pause it again.
        SpinWait.SpinUntil(() => Processes.IsStopped(process), TimeSpan.FromSeconds(5));

        if (kill)
            Processes.Kill(process);
        else
            await both.Bad.RestartAsync("a person revoked");

        await both.Room.ReachAsync<WorkerRestarting>();
        await both.Room.ReachAsync<WorkerRunning>();
        Assert.False(Processes.Exists(process));
        await both.AssertUntouchedAsync();
    }
}
