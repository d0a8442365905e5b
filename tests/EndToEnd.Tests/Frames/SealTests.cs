using Microsoft.Playwright;
using PluginRoom.EndToEnd.Tests.Fixtures;

namespace PluginRoom.EndToEnd.Tests.Frames;

public sealed class SealTests(Chromium chromium) : HostedTest(chromium)
{
    private const string NotClosed = "This browser lacks one of the locks on a plugin's window.";

    [Fact]
    public async Task A_browser_that_closes_a_window_is_found_out_once_and_said_of_each_plugin()
    {
        Host.Drop(Prerequisites.FramePlugin("Blank"));
        Host.Drop(Prerequisites.FramePlugin("Surface"));
        var anna = await Join("Anna");
        await anna.OpenPlugins();
        Assert.DoesNotContain(anna.Watch.Requests, url => url.Contains("/plugins/probe/", StringComparison.Ordinal));

        await anna.Add("Blank");
        await anna.Add("Surface");
        await anna.Window("Blank").GetByText("ready", new() { Exact = true }).WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await AssertAbout(anna, "Blank", "A locked frame. It was tried here: this browser keeps it from calling any other address.");
        await AssertAbout(anna, "Surface", "A locked frame in which its code has no document: it can draw, and talk to this page.");
        Assert.Single(anna.Watch.Requests, url => url.EndsWith("/plugins/probe/sealed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_browser_that_does_not_is_said_before_the_first_line_of_a_plugin_runs()
    {
        Host.Drop(Prerequisites.FramePlugin("Blank"));
        // To the browser a header that it does not know is as good as none.
        await using var line = LoopbackLine.To(Host.Address, hiddenHeader: "Connection-Allowlist");
        var anna = await Open("Anna", address: line.Address);
        await anna.Join(Room);
        await anna.OpenPlugins();
        await anna.Add("Blank");

        await anna.Page.GetByText(NotClosed).WaitForAsync();
        await anna.Page.ScreenshotAsync(new() { Path = Path.Combine(Evidence.Folder, "not-closed.png") });
        Assert.DoesNotContain(anna.Watch.Requests, url => url.Contains("/plugins/test.pluginroom.blank", StringComparison.Ordinal));
        await AssertAbout(anna, "Blank", "this browser lacks the lock that keeps it from calling another address");

        await anna.Press("Open Blank anyway");
        await anna.Window("Blank").GetByText("ready", new() { Exact = true }).WaitForAsync();
        await anna.Card("Blank").GetByRole(AriaRole.Button, new() { Name = "Close Blank" }).ClickAsync();
        await anna.Press("Open Blank");
        await anna.Window("Blank").GetByText("ready", new() { Exact = true }).WaitForAsync();
        // Before the line to the host goes.
        await anna.Press("Leave");
    }

    [Fact]
    public async Task What_could_not_be_tried_is_not_taken_for_closed()
    {
        Host.Drop(Prerequisites.FramePlugin("Blank"));
        var anna = await Open("Anna");
        anna.Watch.Expect("Failed to load resource");
        await anna.Page.RouteAsync("**/plugins/probe/open", route => route.AbortAsync());
        await anna.Join(Room);
        await anna.OpenPlugins();
        await anna.Add("Blank");

        await anna.Page.GetByText("It could not be tried whether this browser has one of the locks on a plugin's window.").WaitForAsync();
        Assert.Equal(0, await anna.Page.Locator("iframe[title='Blank, plugin']").CountAsync());
    }

    private static async Task AssertAbout(Person person, string plugin, string words)
    {
        var facts = person.Card(plugin).Locator(".plugin__facts");
        await facts.GetByText("About", new() { Exact = true }).ClickAsync();
        await facts.GetByText(words).WaitForAsync();
    }
}
