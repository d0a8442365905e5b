using Microsoft.Playwright;
using PluginRoom.EndToEnd.Tests.Fixtures;

namespace PluginRoom.EndToEnd.Tests.Plugins;

public sealed class MisbehaviourTests(Chromium chromium) : HostedTest(chromium)
{
    [Fact]
    public async Task A_plugin_that_reaches_for_the_undeclared_is_stopped_and_everybody_can_see_it()
    {
        Host.Drop(Prerequisites.TestPlugin("Greedy"));
        var anna = await Join("Anna");
        var ben = await Join("Ben");
        await anna.OpenPlugins();
        await anna.Add("Greedy");
        await anna.Allow("Greedy");

        Assert.Equal("sent", await anna.Order("Greedy", "grab"));
        foreach (var capability in new[] { "chat.send", "participants.list", "room.info.read", "ui.notification", "chat.read", "recording.write" })
            await anna.Line("Greedy", $"{capability}: not-declared").WaitForAsync();

        await ben.OpenPlugins();
        await ben.ShowLedger("Greedy");
        // What it would have posted came from what Anna did in its window.
        await ben.Ledger("Greedy").GetByRole(AriaRole.Listitem).Filter(new() { HasText = "to the room" })
            .GetByText("Nothing left, because the plugin has not declared it.").First.WaitForAsync();
        await ben.Press("Chat");
        Assert.Equal(0, await ben.Text("buy now").CountAsync());
    }

    [Theory]
    [InlineData("failfast")]
    [InlineData("exit")]
    public async Task A_plugin_that_ends_badly_leaves_the_call_alone_and_comes_back(string how)
    {
        Host.Drop(Prerequisites.TestPlugin("Crash"));
        var anna = await Join("Anna");
        var ben = await Join("Ben");
        await Moving.Meet(anna, ben);
        await anna.OpenPlugins();
        await anna.Add("Crash");
        await anna.Allow("Crash");

        await anna.Order("Crash", how);
        await anna.Card("Crash").GetByText("Restarting").WaitForAsync();
        await anna.Sees(ben);
        await anna.Card("Crash").GetByText("Running", new() { Exact = true }).WaitForAsync();

        Assert.Equal("sent", await anna.Order("Crash", "and again"));
        await anna.Line("Crash", "and again").WaitForAsync();
        await AssertCallUntouched(anna, ben);
    }

    [Fact]
    public async Task A_plugin_that_hangs_leaves_the_call_alone_and_can_be_removed()
    {
        Host.Drop(Prerequisites.TestPlugin("Hang"));
        var anna = await Join("Anna");
        var ben = await Join("Ben");
        await Moving.Meet(anna, ben);
        await anna.OpenPlugins();
        await anna.Add("Hang");
        await anna.Allow("Hang");

        await anna.Order("Hang", "block");
        await anna.Press("Remove Hang");

        await anna.Button("Add Hang to room").WaitForAsync();
        await AssertCallUntouched(anna, ben);
    }

    private static async Task AssertCallUntouched(Person anna, Person ben)
    {
        await Moving.Meet(anna, ben);
        Assert.Equal(1, await anna.Page.EvaluateAsync<int>("() => window.peers.length"));
    }
}
