using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using PluginRoom.EndToEnd.Tests.Fixtures;

namespace PluginRoom.EndToEnd.Tests.Page;

/// <summary>What axe-core finds by itself, of the grades "serious" and "critical": nothing, in light and in dark, on desktop and phone.</summary>
public sealed class AccessibilityTests(Chromium chromium) : HostedTest(chromium)
{
    [Theory]
    [InlineData(ColorScheme.Light, 1440, 900)]
    [InlineData(ColorScheme.Dark, 390, 844)]
    public async Task Every_view_of_a_call_is_accessible(ColorScheme scheme, int width, int height)
    {
        Host.Drop(Prerequisites.TestPlugin("Echo"));
        await Join("Ben", await Chromium.WithoutDevices());
        var anna = await Open("Anna", options: new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = height } });

        await anna.Visit(Room);
        await anna.NameBox.WaitForAsync();
        await AssertAccessible(anna, "before the call");

        await anna.PressJoin();
        await anna.Button("Leave").WaitForAsync();
        await AssertAccessible(anna, "in the call");

        await anna.Press("Chat");
        await anna.Say("Hello");
        await AssertAccessible(anna, "with the chat open");

        await anna.Press("Plugins");
        await anna.Add("Echo");
        await AssertAccessible(anna, "with a plugin to decide about");
        await anna.OpenSheet("Echo");
        await AssertAccessible(anna, "with a consent sheet that is not answered");
        await anna.Sheet("Echo").GetByRole(AriaRole.Button, new() { Name = "Allow", Exact = true }).First.ClickAsync();
        await anna.Sheet("Echo").GetByText("Allowed", new() { Exact = true }).WaitForAsync();
        await anna.Sheet("Echo").GetByLabel("Remember in this browser").CheckAsync();
        await anna.Sheet("Echo").GetByText("What taking it back does").ClickAsync();
        await AssertAccessible(anna, "with a consent sheet that is answered in part");
        await anna.Allow("Echo");
        await anna.ShowLedger("Echo");
        await AssertAccessible(anna, "with the ledger open");
        await anna.Press("Settings");
        await anna.Page.GetByText("Answers remembered in this browser").WaitForAsync();
        await AssertAccessible(anna, "with what is remembered");
    }

    private static async Task AssertAccessible(Person person, string where)
    {
        // A plugin's window is its author's, not the page's.
        var result = await person.Page.Locator("body").RunAxe(new() { ResultTypes = [Deque.AxeCore.Commons.ResultType.Violations], Iframes = false });
        var serious = result.Violations.Where(violation => violation.Impact is "serious" or "critical")
            .Select(violation => $"{violation.Id} {where}: {violation.Help} {string.Join(" | ", violation.Nodes.Select(node => node.Html))}");
        Assert.True(!serious.Any(), string.Join('\n', serious));
    }
}
