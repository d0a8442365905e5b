using System.Globalization;
using Microsoft.Playwright;

namespace PluginRoom.Bench;

/// <summary>What people wait for: the first load, the first picture after Join, and another's line on the whiteboard. Real host, real Chromium.</summary>
internal static class PageBench
{
    private const int Joins = 9;
    private const int Lines = 15;

    private const string Transferred = """
        () => [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
          .reduce((sum, each) => sum + each.encodedBodySize, 0)
        """;

    private const string FirstRemoteFrame = """
        () => new Promise((resolve) => {
          const look = () => {
            const video = document.querySelector("video[aria-label='Video of Ada']");
            if (!video) return void requestAnimationFrame(look);
            video.requestVideoFrameCallback(() => resolve(performance.now() - window.pressedAt));
          };
          look();
        })
        """;

    // The clock of the machine, which both browsers share, when the board tells of so many items.
    private const string ItemsAt = """
        (surface, items) => new Promise((resolve) => {
          const look = () => surface.ariaLabel.startsWith(`Whiteboard, ${items} item`) && (resolve(performance.timeOrigin + performance.now()), true);
          if (!look()) new MutationObserver(look).observe(surface, { attributes: true });
        })
        """;

    internal static async Task RunAsync()
    {
        await using var host = await BuiltHost.StartAsync();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = "/usr/bin/chromium",
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
                "--disable-sync", "--use-fake-device-for-media-stream=fps=10", "--use-fake-ui-for-media-stream",
            ],
        });
        var joins = new List<double>();
        for (var join = 0; join < Joins; join++)
            joins.Add(await JoinAsync(browser, new Uri(host.Address, $"/r/bench-{join}"), print: join == 0));
        Report("Join pressed to first remote frame", joins);
        Report("line drawn here to line seen there", await DrawAsync(browser, new Uri(host.Address, "/r/bench-board")));
    }

    private static async Task<double> JoinAsync(IBrowser browser, Uri room, bool print)
    {
        var ada = await EnterAsync(browser, room, "Ada");
        var ben = await OpenAsync(browser, room, "Ben");
        var bytes = await ben.EvaluateAsync<int>(Transferred);
        if (print)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"first load, compressed: {bytes / 1000.0:0.0} kB"));
        await ben.EvaluateAsync("() => addEventListener('click', () => { window.pressedAt ??= performance.now(); }, true)");
        await Press(ben, "Join");
        var milliseconds = await ben.EvaluateAsync<double>(FirstRemoteFrame);
        await ada.Context.CloseAsync();
        await ben.Context.CloseAsync();
        return milliseconds;
    }

    private static async Task<List<double>> DrawAsync(IBrowser browser, Uri room)
    {
        var ada = await EnterAsync(browser, room, "Ada");
        var ben = await EnterAsync(browser, room, "Ben");
        await Press(ada, "Plugins");
        await Press(ada, "Add Whiteboard to room");
        await Press(ben, "Decide for Whiteboard");
        foreach (var page in new[] { ada, ben })
            await Press(page, "Allow all for Whiteboard");
        // It opened by itself for whoever added it.
        await Press(ben, "Open Whiteboard");
        var (mine, theirs) = (await BoardAsync(ada), await BoardAsync(ben));
        var delays = new List<double>();
        for (var line = 1; line <= Lines; line++)
        {
            var (drawn, seen) = (mine.EvaluateAsync<double>(ItemsAt, line), theirs.EvaluateAsync<double>(ItemsAt, line));
            var box = (await mine.BoundingBoxAsync())!;
            var y = box.Y + (box.Height * (0.2f + (0.04f * line)));
            await ada.Mouse.MoveAsync(box.X + (box.Width * 0.3f), y);
            await ada.Mouse.DownAsync();
            await ada.Mouse.MoveAsync(box.X + (box.Width * 0.7f), y, new() { Steps = 10 });
            await ada.Mouse.UpAsync();
            delays.Add(await seen - await drawn);
        }

        return delays;
    }

    private static async Task<ILocator> BoardAsync(IPage page)
    {
        var surface = page.FrameLocator("iframe.plugin-frame__window").Locator("[aria-roledescription=whiteboard]");
        await surface.WaitForAsync();
        return surface;
    }

    private static async Task<IPage> EnterAsync(IBrowser browser, Uri room, string name)
    {
        var page = await OpenAsync(browser, room, name);
        await Press(page, "Join");
        await page.GetByRole(AriaRole.Button, new() { Name = "Leave", Exact = true }).WaitForAsync();
        return page;
    }

    private static async Task<IPage> OpenAsync(IBrowser browser, Uri room, string name)
    {
        var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = 1440, Height = 900 } });
        var page = await context.NewPageAsync();
        await page.GotoAsync(room.ToString());
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Your name", Exact = true }).FillAsync(name);
        return page;
    }

    private static Task Press(IPage page, string button) =>
        page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    private static void Report(string what, List<double> milliseconds)
    {
        milliseconds.Sort();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{what}   median {milliseconds[milliseconds.Count / 2],4:0} ms   min {milliseconds[0],4:0} ms   max {milliseconds[^1],4:0} ms   of {milliseconds.Count}"));
    }
}
