using PluginRoom.EndToEnd.Tests.Fixtures;

namespace PluginRoom.EndToEnd.Tests.Frames;

/// <summary>Plugins' own controls in their row above the page's. Pictures of each stay in artifacts/end-to-end.</summary>
public sealed class ToolbarTests(Chromium chromium) : HostedTest(chromium)
{
    private const string Locked = """
        () => [...document.querySelectorAll('.toolbars iframe')].every((frame) => {
          const [inner, outer, head] = [frame, frame.closest('.plugin-frame'), frame.closest('.plugin-frame').querySelector('.plugin-frame__head')]
            .map((each) => each.getBoundingClientRect());
          return frame.getAttribute('sandbox') === 'allow-scripts' && inner.height === 48 && inner.width >= 200
            && inner.left >= head.right && inner.right < outer.right && inner.top > outer.top && inner.bottom < outer.bottom;
        })
        """;

    [Theory]
    [InlineData(1440, 900, "desktop")]
    [InlineData(390, 844, "phone")]
    public async Task Two_plugins_stand_side_by_side_each_in_its_border_under_its_name(int width, int height, string screen)
    {
        DropToolbar("Timer", "first");
        DropToolbar("PluginRoom settings for everybody in this call", "second");
        var anna = await Open("Anna", options: new() { ViewportSize = new() { Width = width, Height = height } });
        anna.Watch.Expect("fullscreen is not allowed in this document");
        await anna.Join(Room);
        await anna.OpenPlugins();
        await anna.Add("first");
        await anna.Add("second");
        if (screen == "phone")
            await anna.Press("Close panel");
        var first = anna.Window("Timer");
        await first.GetByText("ready", new() { Exact = true }).WaitForAsync();
        // Where it has to be scrolled to, it may rest until then.
        await anna.Window("PluginRoom settings for everybody in this call").GetByText("ready", new() { Exact = true })
            .WaitForAsync(new() { State = Microsoft.Playwright.WaitForSelectorState.Attached });
        await anna.Picture($"toolbar-{screen}");

        // Typing in one is a matter of a click, as in any window; what the other does to rise above it changes nothing.
        await first.Locator("#field").ClickAsync();
        await anna.Page.Keyboard.TypeAsync("five minutes");
        Assert.Equal("five minutes", await first.Locator("#field").InputValueAsync());
        Assert.Equal("refused", await first.Locator("body").EvaluateAsync<string>(Covering.Spread));

        await anna.AssertNothingCovered(".bar button", ".toolbars .plugin-frame__kind", ".toolbars .plugin-frame__head button", ".plate");
        Assert.True(await anna.Page.EvaluateAsync<bool>(Locked));
        Assert.Equal(width, await anna.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));

        await anna.Page.Locator(".toolbars").GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Close first" }).ClickAsync();
        Assert.Equal(1, await anna.Page.Locator(".toolbars iframe").CountAsync());
    }

    [Fact]
    public async Task A_toolbar_that_keeps_taking_the_focus_is_removed_and_says_so_where_it_was()
    {
        DropToolbar("Timer", "first");
        var anna = await Join("Anna");
        await anna.OpenPlugins();
        await anna.Add("first");
        await anna.Window("Timer").GetByText("ready", new() { Exact = true }).WaitForAsync();
        await anna.Press("Chat");
        await anna.MessageBox.ClickAsync();
        await anna.Window("Timer").Locator("body").EvaluateAsync("() => void setInterval(() => { window.focus(); document.getElementById('field').focus(); }, 50)");

        const string Told = "this belongs into the chat and nowhere else";
        await anna.MessageBox.PressSequentiallyAsync(Told, new() { Delay = 30 });

        await anna.Page.Locator(".toolbars").GetByText("It was removed, because it kept taking the keyboard away").WaitForAsync();
        Assert.InRange((await anna.MessageBox.InputValueAsync()).Length, Told.Length - 2, Told.Length);
        await anna.Picture("toolbar-removed");
        await anna.AssertNothingCovered(".bar button", ".toolbars button");
    }

    private void DropToolbar(string title, string name) =>
        Host.Drop(
            Prerequisites.FramePlugin("Blank"),
            name,
            ("\"slot\": \"stage\"", "\"slot\": \"toolbar\""),
            ("\"ui.stage\"", "\"ui.toolbar\""),
            ("\"title\": \"Blank\"", $"\"title\": \"{title}\""),
            ("\"name\": \"Blank\"", $"\"name\": \"{name}\""),
            ("test.pluginroom.blank", $"test.pluginroom.{name}"));
}
