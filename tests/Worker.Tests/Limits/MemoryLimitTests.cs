using PluginRoom.Host.Workers.Sandbox;
using PluginRoom.Worker.Tests.Rig;
using Xunit;

namespace PluginRoom.Worker.Tests.Limits;

public sealed class MemoryLimitTests
{
    [Theory]
    [InlineData("native", SandboxTier.Namespaces)]
    [InlineData("mapped", SandboxTier.Namespaces)]
    [InlineData("native", SandboxTier.Landlock)]
    [InlineData("mapped", SandboxTier.Landlock)]
    public async Task Native_memory_beyond_the_limit_ends_the_process_and_says_how_much_it_was(string order, SandboxTier tier)
    {
        await using var both = await Neighbours.StartAsync(Launch.Generous, tier);

        both.Bad.Say(order);

        await both.AssertEndedAsync("it used (1[2-9][0-9]|2[0-4][0-9]) MB; its manifest allows 64 MB and 64 MB beside");
    }

    [Fact]
    public async Task Managed_memory_beyond_the_limit_is_an_exception_and_no_end()
    {
        await using var both = await Neighbours.StartAsync(Launch.Generous);

        both.Bad.Say("managed");

        Assert.Equal("out of memory", await both.Room.NextTextAsync());
        both.Bad.Say("and on");
        Assert.Equal("and on", await both.Room.NextTextAsync());
        await both.AssertUntouchedAsync();
    }
}
