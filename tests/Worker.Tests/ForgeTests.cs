using PluginRoom.Host.Workers;
using PluginRoom.Worker.Tests.Rig;
using Xunit;

namespace PluginRoom.Worker.Tests;

public sealed class ForgeTests
{
    [Theory]
    [InlineData("oversized")]
    [InlineData("negative")]
    [InlineData("garbage")]
    [InlineData("reserved")]
    [InlineData("unknown-type")]
    [InlineData("host-type")]
    [InlineData("ready-twice")]
    [InlineData("pong")]
    [InlineData("stopped")]
    [InlineData("no-json")]
    [InlineData("unknown-call")]
    [InlineData("null-text")]
    [InlineData("no-discriminator")]
    [InlineData("deep-json")]
    [InlineData("no-addressee")]
    [InlineData("long-addressee")]
    [InlineData("bad-log")]
    [InlineData("truncated")]
    public async Task A_worker_that_breaks_the_protocol_ends_and_no_other_does(string forgery)
    {
        var (neighbour, neighbourRoom) = await Launch.RunAsync("Echo");
        await using var _ = neighbour;
        var (worker, room) = await Launch.RunAsync("Forge");
        await using var _1 = worker;
        var process = worker.Current!.ProcessId;

        worker.Say(forgery);

        var restarting = await room.ReachAsync<WorkerRestarting>();
        Assert.Contains("broke the protocol", restarting.Reason, StringComparison.Ordinal);
        Assert.False(Processes.Exists(process));
        neighbour.Say("still here");
        Assert.Equal("still here", await neighbourRoom.NextTextAsync());
    }
}
