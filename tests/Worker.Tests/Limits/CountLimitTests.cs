using System.Globalization;
using PluginRoom.Host.Workers;
using PluginRoom.Host.Workers.Sandbox;
using PluginRoom.Worker.Tests.Rig;
using Xunit;

namespace PluginRoom.Worker.Tests.Limits;

/// <summary>What the kernel counts: the plugin meets an error, and nobody else anything.</summary>
public sealed class CountLimitTests
{
    [Theory]
    [InlineData("files", "files", 10, 200)]
    [InlineData("disk", "bytes", 1 << 20, 4 << 20)]
    public async Task Files_and_space_beyond_the_limit_are_not_to_be_had(string order, string what, int least, int most)
    {
        await using var both = await Neighbours.StartAsync(Launch.Generous with { OpenFiles = 200, ScratchMb = 4 });

        both.Bad.Say(order);

        await AssertGotAsync(both, what, least, most);
    }

    [Fact]
    public async Task Threads_beyond_the_limit_end_the_process()
    {
        await using var both = await Neighbours.StartAsync(Launch.Generous with { Threads = 40 });

        both.Bad.Say("threads");

        await both.AssertEndedAsync("it ran (4[1-9]|[5-9][0-9]|[0-9]{3,5}) threads; its manifest allows 40");
    }

    [Fact]
    public async Task Space_beyond_the_limit_ends_the_process_where_no_mount_bounds_it()
    {
        await using var both = await Neighbours.StartAsync(Launch.Generous with { ScratchMb = 4 }, SandboxTier.Landlock);

        both.Bad.Say("disk");

        await both.AssertEndedAsync("it filled more than 4 MB of scratch space, as its manifest allows");
    }

    private static async Task AssertGotAsync(Neighbours both, string what, int least, int most)
    {
        var answer = (await both.Room.NextTextAsync()).Split(' ');
        Assert.Equal(what, answer[0]);
        Assert.InRange(int.Parse(answer[1], CultureInfo.InvariantCulture), least, most);
        both.Bad.Say("and on");
        Assert.Equal("and on", await both.Room.NextTextAsync());
        Assert.Equal(new WorkerRunning(), both.Bad.State);
        await both.AssertUntouchedAsync();
    }
}
