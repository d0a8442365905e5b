using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PluginRoom.EndToEnd.Tests.Fixtures;

namespace PluginRoom.EndToEnd.Tests.Plugins;

public sealed partial class LimitTests(Chromium chromium) : HostedTest(chromium)
{
    private const int CrashesUntilItStops = 5;

    [Fact]
    public async Task A_plugin_that_crashes_again_and_again_stays_stopped_until_somebody_presses_restart()
    {
        Host.Drop(Prerequisites.TestPlugin("Crash"));
        var anna = await Join("Anna");
        var ben = await Join("Ben");
        await anna.OpenPlugins();
        await ben.OpenPlugins();
        await anna.Add("Crash");
        await anna.Allow("Crash");
        Assert.Equal(0, await ben.Button("Restart Crash").CountAsync());
        for (var crash = 1; crash <= CrashesUntilItStops; crash++)
        {
            await anna.Order("Crash", "exit");
            await anna.Card("Crash").GetByText(crash < CrashesUntilItStops ? "Restarting: " : "Stopped: ").WaitForAsync();
        }

        await ben.Press("Restart Crash");

        await anna.Card("Crash").GetByText("Running", new() { Exact = true }).WaitForAsync();
        Assert.Equal("sent", await anna.Order("Crash", "and again"));
        await anna.Line("Crash", "and again").WaitForAsync();
        Assert.Equal(0, await ben.Button("Restart Crash").CountAsync());
    }

    [Fact]
    public async Task A_plugin_that_eats_memory_is_ended_alone_and_everybody_reads_why()
    {
        Host.Drop(Prerequisites.TestPlugin("Bomb"));
        var anna = await Join("Anna");
        var ben = await Join("Ben");
        await anna.OpenPlugins();
        await anna.Add("Bomb");
        await anna.Allow("Bomb");

        await anna.Order("Bomb", "native");

        await ben.OpenPlugins();
        await ben.ShowLedger("Bomb");
        await ben.Ledger("Bomb").GetByRole(AriaRole.Heading, new() { Name = "Over its limits" }).WaitForAsync();
        await ben.Ledger("Bomb").GetByText(Used()).WaitForAsync();
        await anna.Card("Bomb").GetByText("Running", new() { Exact = true }).WaitForAsync();
    }

    [Fact]
    public async Task A_plugin_that_spins_is_slowed_down_and_everybody_reads_why()
    {
        Host.Drop(Prerequisites.TestPlugin("Bomb"));
        var anna = await Join("Anna");
        await anna.OpenPlugins();
        await anna.Add("Bomb");
        await anna.Allow("Bomb");

        await anna.Order("Bomb", "spin");

        const string slowed = "it used more than 10 % of a processor core, as its manifest allows; it is paused in between";
        await anna.Card("Bomb").GetByText($"Running. Slowed down: {slowed}").WaitForAsync();
        await anna.ShowLedger("Bomb");
        await anna.Ledger("Bomb").GetByText($"It is slowed down: {slowed}.").WaitForAsync();
    }

    [GeneratedRegex("ended: it used [0-9]{3} MB; its manifest allows 64 MB and 64 MB beside\\.")]
    private static partial Regex Used();
}
