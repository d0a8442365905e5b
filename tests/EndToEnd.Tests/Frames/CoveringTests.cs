using PluginRoom.EndToEnd.Tests.Fixtures;

namespace PluginRoom.EndToEnd.Tests.Frames;

/// <summary>A window that tries to look like the page, or to lie over it. Pictures of each stay in artifacts/end-to-end.</summary>
public sealed class CoveringTests(Chromium chromium) : HostedTest(chromium)
{
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
        Host.Drop(
            Prerequisites.FramePlugin("Blank"),
            "settings",
            ("test.pluginroom.blank", "test.pluginroom.settings"),
            ("\"name\": \"Blank\"", "\"name\": \"PluginRoom settings\""),
            ("\"title\": \"Blank\"", "\"title\": \"\u05d4\u05d2\u05d3\u05e8\u05d5\u05ea \ud83d\udd12 PluginRoom: your session has ended, sign in again\""));
        var anna = await Open("Anna", options: new() { ViewportSize = new() { Width = width, Height = height } });
        anna.Watch.Expect("fullscreen is not allowed in this document");
        await anna.Join(Room);
        await anna.OpenPlugins();
        await anna.Add("PluginRoom settings");
        await anna.AssertNothingCovered(".bar button", ".panel button");
        if (screen == "phone")
            await anna.Press("Close panel");
        var window = anna.Page.FrameLocator("iframe.plugin-frame__window");
        await window.GetByText("ready", new() { Exact = true }).WaitForAsync();

        Assert.Equal("refused", await window.Locator("body").EvaluateAsync<string>(Covering.Spread));

        await anna.Picture($"frame-{screen}");
        await anna.AssertNothingCovered(".bar button", ".panel button", ".notice button", ".plugin-frame__head", ".plugin-frame__kind", ".plugin-frame__head button");
        Assert.Equal(0, await anna.Page.EvaluateAsync<int>(FramesOutsideTheirBorder));
        Assert.True(await anna.Page.EvaluateAsync<bool>(
            "() => { const kind = document.querySelector('.plugin-frame__kind'); return kind.textContent === 'Plugin' && kind.getBoundingClientRect().width >= kind.scrollWidth; }"));

        await window.Locator("body").EvaluateAsync("() => pluginroom.openLink('https://example.org/what-it-knows')");
        await anna.Button("Do not open").WaitForAsync();
        await anna.Picture($"question-{screen}");
        await anna.AssertNothingCovered(".sheet", ".sheet button");
        await anna.Press("Do not open");
    }
}
