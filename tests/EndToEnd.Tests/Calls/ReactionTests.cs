using Microsoft.Playwright;
using PluginRoom.EndToEnd.Tests.Fixtures;

namespace PluginRoom.EndToEnd.Tests.Calls;

public sealed class ReactionTests(Chromium chromium) : HostedTest(chromium)
{
    [Fact]
    public async Task A_reaction_stands_over_its_sender_for_everybody_and_goes_again()
    {
        var anna = await Join("Anna");
        var ben = await Join("Ben");
        await anna.Sees(ben);
        await ben.Sees(anna);

        await anna.Press("React");
        await anna.Press("Applause");

        await Sign(ben.Tile(anna), "applause").WaitForAsync();
        await Sign(anna.Tile(anna), "applause").WaitForAsync();
        await ben.Page.GetByRole(AriaRole.Status).GetByText("Applause from Anna.", new() { Exact = true }).WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await Sign(ben.Tile(anna), "applause").WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }

    [Fact]
    public async Task The_keyboard_alone_is_enough()
    {
        var anna = await Join("Anna");
        var ben = await Join("Ben");
        await ben.Sees(anna);
        var keyboard = anna.Page.Keyboard;

        await keyboard.PressAsync("r");
        await anna.Page.GetByRole(AriaRole.Toolbar, new() { Name = "Reactions" }).WaitForAsync();
        await keyboard.PressAsync("ArrowLeft");
        await keyboard.PressAsync("Enter");
        await Sign(ben.Tile(anna), "party").WaitForAsync();
        await keyboard.PressAsync("Escape");

        await anna.Page.GetByRole(AriaRole.Toolbar, new() { Name = "Reactions" }).WaitForAsync(new() { State = WaitForSelectorState.Detached });
        Assert.Equal("React", await anna.Page.EvaluateAsync<string>("() => document.activeElement.getAttribute('aria-label')"));
    }

    private static ILocator Sign(ILocator tile, string reaction) => tile.Locator($"[data-reaction='{reaction}']");
}
