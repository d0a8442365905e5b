using PluginRoom.EndToEnd.Tests.Fixtures;

namespace PluginRoom.EndToEnd.Tests.Frames;

/// <summary>A window that tries to look like the page, or to lie over it. Pictures of each stay in artifacts/end-to-end.</summary>
public sealed class CoveringTests(Chromium chromium) : HostedTest(chromium)
{
    // Everything by which an element rises above others, at once; what the browser refuses is meant to be refused.
    private const string Spread = """
        () => {
          document.documentElement.style.cssText = 'position:fixed;inset:-9999px;z-index:2147483647;background:#fff;transform:scale(9)';
          const dialog = document.createElement('dialog');
          dialog.style.cssText = 'position:fixed;inset:-500px;width:9999px;height:9999px;max-width:none;max-height:none;margin:0';
          dialog.textContent = 'Your session has ended. Enter your password:';
          document.body.append(dialog);
          dialog.showModal();
          const popover = document.createElement('div');
          popover.popover = 'manual';
          popover.style.cssText = dialog.style.cssText;
          document.body.append(popover);
          popover.showPopover();
          return document.documentElement.requestFullscreen().then(() => 'full screen', () => 'refused');
        }
        """;

    // At its middle and near its corners: is it the thing itself that is there to be clicked, whole and in sight?
    private const string Covered = """
        (scope) => [...document.querySelectorAll(scope)].filter((each) => each.checkVisibility()).flatMap((each) => {
          each.scrollIntoView({ block: 'nearest' });
          const { left, top, right, bottom } = each.getBoundingClientRect();
          const [x, y] = [(left + right) / 2, (top + bottom) / 2];
          const points = [[x, y], [left + 6, y], [right - 6, y], [x, top + 4], [x, bottom - 4]];
          const bad = points.filter(([x, y]) => { const hit = document.elementFromPoint(x, y); return !hit || !(each.contains(hit) || hit.contains(each)); });
          return bad.length ? [`${each.getAttribute('aria-label') ?? each.textContent}: ${bad.length} points`] : [];
        })
        """;

    private const string FramesOutsideTheirBorder = """
        () => [...document.querySelectorAll('iframe')].filter((frame) => frame.checkVisibility()).filter((frame) => {
          const [inner, outer] = [frame, frame.closest('.plugin-frame')].map((each) => each.getBoundingClientRect());
          return inner.left <= outer.left || inner.right >= outer.right || inner.top < outer.top + 40 || inner.bottom >= outer.bottom;
        }).length
        """;

    [Theory]
    [InlineData(1440, 900, "desktop")]
    [InlineData(390, 844, "phone")]
    public async Task A_window_stays_in_its_border_and_never_over_controls_or_questions(int width, int height, string screen)
    {
        var folder = Host.Drop(Prerequisites.FramePlugin("Blank"));
        HostProcess.EditManifest(
            folder,
            ("\"name\": \"Blank\"", "\"name\": \"PluginRoom settings\""),
            ("\"title\": \"Blank\"", "\"title\": \"\u05d4\u05d2\u05d3\u05e8\u05d5\u05ea \ud83d\udd12 PluginRoom: your session has ended, sign in again\""));
        var anna = await Open("Anna", options: new() { ViewportSize = new() { Width = width, Height = height } });
        anna.Watch.Expect("fullscreen is not allowed in this document");
        await anna.Join(Room);
        await anna.OpenPlugins();
        await anna.Add("PluginRoom settings");
        await AssertNothingCovered(anna, ".bar button", ".panel button");
        if (screen == "phone")
            await anna.Press("Close panel");
        var window = anna.Page.FrameLocator("iframe.plugin-frame__window");
        await window.GetByText("ready", new() { Exact = true }).WaitForAsync();

        Assert.Equal("refused", await window.Locator("body").EvaluateAsync<string>(Spread));

        await Picture(anna, $"frame-{screen}");
        await AssertNothingCovered(anna, ".bar button", ".panel button", ".notice button", ".plugin-frame__head", ".plugin-frame__kind", ".plugin-frame__head button");
        Assert.Equal(0, await anna.Page.EvaluateAsync<int>(FramesOutsideTheirBorder));
        Assert.True(await anna.Page.EvaluateAsync<bool>(
            "() => { const kind = document.querySelector('.plugin-frame__kind'); return kind.textContent === 'Plugin' && kind.getBoundingClientRect().width >= kind.scrollWidth; }"));

        await window.Locator("body").EvaluateAsync("() => pluginroom.openLink('https://example.org/what-it-knows')");
        await anna.Button("Do not open").WaitForAsync();
        await Picture(anna, $"question-{screen}");
        await AssertNothingCovered(anna, ".sheet", ".sheet button");
        await anna.Press("Do not open");
    }

    private static async Task AssertNothingCovered(Person person, params string[] selectors)
    {
        foreach (var selector in selectors)
            Assert.Empty(await person.Page.EvaluateAsync<string[]>(Covered, selector));
    }

    private static async Task Picture(Person person, string name) =>
        await person.Page.ScreenshotAsync(new() { Path = Path.Combine(Evidence.Folder, $"{name}.png") });
}
