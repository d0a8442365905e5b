using System.Security.Cryptography;
using Microsoft.Playwright;
using PluginRoom.Gauntlet.Frame.Browsers;
using PluginRoom.Gauntlet.Frame.Trial;
using PluginRoom.Gauntlet.Results;

namespace PluginRoom.Gauntlet.Frame;

/// <summary>What a person does with a pointer inside a hostile window carries nothing out, whatever the window makes of it.</summary>
public sealed class PointerTests(GauntletRun run)
{
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_person_who_clicks_drags_and_drops_in_a_hostile_window_carries_nothing_out()
    {
        var (port, secret) = (run.Canary.Open(), $"gs{RandomNumberGenerator.GetHexString(12, lowercase: true)}");
        await using var browser = await ChromiumBrowser.Start(run.Canary.NameServer);
        await using var plugin = await HostilePlugin.Start([], secret, Lure.Files(port));
        await using var room = (ChromiumBrowser.OpenPage)await Room.Enter(browser, plugin, secret);

        var lure = room.Page.FrameLocator(Room.Window).Locator("#lure");
        await lure.GetByText("ready").WaitForAsync();
        var windows = browser.Context.Pages.Count;
        await Act(room.Page, lure);
        await run.Canary.Silence([port], Quiet, Patience, Stop);

        Assert.Empty(run.Canary.HitsOf(port));
        Assert.Empty(browser.Downloads);
        Assert.Equal(windows, browser.Context.Pages.Count);
        Assert.EndsWith($"/r/{secret}", room.Page.Url, StringComparison.Ordinal);
        Assert.DoesNotContain(port.Token, await Clipboard(browser), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_window_without_isolation_gets_out_at_the_first_click()
    {
        var port = run.Canary.Open();
        await using var browser = await ChromiumBrowser.Start(run.Canary.NameServer);
        using var folder = PlainFolder.Of([], Lure.Files(port));
        await using var server = await PlainServer.Start(folder.Path, "");
        await using var page = (ChromiumBrowser.OpenPage)await browser.Open(new Uri(server.Address, "/plain/index.html"));

        await page.Page.Locator("#lure").ClickAsync();

        Assert.True(await run.Canary.Heard([port], Patience, Stop));
        Assert.Contains(port.Token, await Clipboard(browser), StringComparison.Ordinal);
    }

    // In a page of its own: the host's own page may not read it, and the lure has sent its page elsewhere.
    private static async Task<string> Clipboard(ChromiumBrowser browser)
    {
        using var folder = PlainFolder.Of([]);
        await using var server = await PlainServer.Start(folder.Path, "");
        await using var page = (ChromiumBrowser.OpenPage)await browser.Open(new Uri(server.Address, "/r/x"));
        await page.Page.BringToFrontAsync();
        return await page.Run("return await navigator.clipboard.readText();");
    }

    private static async Task Act(IPage page, ILocator lure)
    {
        var box = await lure.BoundingBoxAsync() ?? throw new InvalidOperationException("The lure cannot be seen.");
        for (var round = 0; round < 3; round++)
        {
            var (x, y) = (box.X + 20 + round * 30, box.Y + 20 + round * 20);
            await page.Mouse.MoveAsync(x, y);
            await page.Mouse.ClickAsync(x, y);
            await page.Mouse.ClickAsync(x, y, new() { Button = MouseButton.Middle });
            await page.Mouse.ClickAsync(x, y, new() { Button = MouseButton.Right });
            await page.Keyboard.PressAsync("Escape");
            await page.Mouse.DblClickAsync(x, y);
            foreach (var modifier in new[] { "Control", "Shift", "Alt" })
            {
                await page.Keyboard.DownAsync(modifier);
                await page.Mouse.ClickAsync(x, y);
                await page.Keyboard.UpAsync(modifier);
            }

            await Drag(page, x, y, 700, 300);
            await page.Mouse.MoveAsync(x, y);
            await page.Mouse.WheelAsync(0, 120);
            foreach (var key in new[] { "Enter", "Space", "Tab", "Control+c", "Control+s", "Alt+ArrowLeft" })
                await page.Keyboard.PressAsync(key);
        }
    }

    private static async Task Drag(IPage page, float x, float y, float toX, float toY)
    {
        await page.Mouse.MoveAsync(x, y);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(toX, toY, new() { Steps = 8 });
        await page.Mouse.UpAsync();
    }
}
