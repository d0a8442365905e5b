using Microsoft.Playwright;
using PluginRoom.EndToEnd.Tests.Fixtures;
using PluginRoom.EndToEnd.Tests.Recorder;

namespace PluginRoom.EndToEnd.Tests.Frames;

/// <summary>A plugin draws over the pictures of the call. Pictures of each stay in artifacts/end-to-end.</summary>
public sealed class OverlayTests(Chromium chromium) : HostedTest(chromium)
{
    // Lets what lies over something be hit, so that a test can ask what is on top where; the page itself never does that.
    private const string MakeSolid = """
        () => {
          const layer = document.querySelector('.overlay-layer');
          layer.inert = false;
          for (const each of [layer, ...layer.querySelectorAll('*')]) each.style.pointerEvents = 'auto';
        }
        """;

    private const string StaysInItsPlace = """
        () => {
          const [inner, outer] = ['.overlay-layer iframe', '.area'].map((each) => document.querySelector(each).getBoundingClientRect());
          return inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top && inner.bottom <= outer.bottom;
        }
        """;

    [Theory]
    [InlineData(1440, 900, "desktop")]
    [InlineData(390, 844, "phone")]
    public async Task It_lies_over_pictures_and_nothing_else_and_lets_them_be_seen(int width, int height, string screen)
    {
        await TakeOwnHost();
        Host.Drop(Prerequisites.FramePlugin("Drawing"), changes: ("\"title\": \"Drawing\"", "\"title\": \"PluginRoom: your session has ended\""));
        // A second plugin's window on the stage: its border is not for the first to draw on.
        Host.Drop(Prerequisites.FramePlugin("Blank"));
        var anna = await Open("Anna", script: PaintedPerson.Anna.Devices, options: new() { ViewportSize = new() { Width = width, Height = height } });
        await anna.Join(Room);
        var ben = await Join("Ben", script: PaintedPerson.Ben.Devices);
        await anna.VideoOf(ben).WaitForAsync();
        await ShowOverlay(anna);
        if (screen == "phone")
            await anna.Press("Close panel");

        var (x, y) = await MiddleOf(anna.Tile(anna));
        var picture = await anna.Picture($"overlay-{screen}");
        // A quarter of what the camera gives (30) and three quarters of the plugin's white (255).
        Assert.InRange((await picture.At(Chromium.Browser, x, y))[1], 199 - 25, 199 + 25);

        if (screen == "phone")
            await anna.Press("Plugins");
        await anna.Add("Blank");
        if (screen == "phone")
            await anna.Press("Close panel");
        await anna.Window("Blank").GetByText("ready", new() { Exact = true }).WaitForAsync();
        await anna.Picture($"overlay-stage-{screen}");
        await anna.Page.EvaluateAsync(MakeSolid);
        await anna.AssertNothingCovered(
            ".bar button", ".panel button", ".notices button", ".overlay-badge", ".plate", ".tile__pin button", ".stage .plugin-frame", ".plugin-frame__head");
        (x, y) = await MiddleOf(anna.Tile(anna));
        Assert.Equal("IFRAME", await anna.Page.EvaluateAsync<string>("([x, y]) => document.elementFromPoint(x, y).tagName", new[] { x, y }));
        Assert.True(await anna.Page.EvaluateAsync<bool>(StaysInItsPlace));
    }

    [Fact]
    public async Task It_takes_no_click_and_no_key_and_each_person_hides_it_for_themselves()
    {
        Host.Drop(Prerequisites.FramePlugin("Drawing"));
        var anna = await Join("Anna");
        var ben = await Join("Ben");
        await ShowOverlay(anna);
        await ben.OpenPlugins();
        await ben.Press("Open Drawing");
        await ben.Button("Hide what Drawing draws").WaitForAsync();

        await anna.Tile(ben).HoverAsync();
        await anna.Press("Pin Ben");
        await anna.Button("Unpin Ben").WaitForAsync();
        await anna.VideoOf(ben).ClickAsync();
        await anna.Press("Chat");
        await anna.MessageBox.ClickAsync();
        await anna.MessageBox.PressSequentiallyAsync("told to nobody but the chat");
        Assert.Equal("told to nobody but the chat", await anna.MessageBox.InputValueAsync());
        for (var tab = 0; tab < 30; tab++)
        {
            await anna.Page.Keyboard.PressAsync("Tab");
            Assert.NotEqual("IFRAME", await anna.Page.EvaluateAsync<string>("() => document.activeElement.tagName"));
        }

        Assert.Equal("white", await Overlay(anna).Locator("canvas").GetAttributeAsync("aria-label"));
        await anna.Press("Hide what Drawing draws");
        await anna.Page.Locator(".overlay-layer").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        Assert.Equal(1, await ben.Page.Locator(".overlay-layer iframe").CountAsync());
        await anna.Press("Plugins");
        await anna.Press("Show what Drawing draws");
        await Drawn(anna);
    }

    private static async Task ShowOverlay(Person person)
    {
        await person.OpenPlugins();
        await person.Add("Drawing");
        await Drawn(person);
    }

    private static async Task Drawn(Person person)
    {
        await person.Page.Locator(".overlay-layer__place[data-ready=true]").WaitForAsync();
        await Overlay(person).Locator("canvas[aria-label=white]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
    }

    private static IFrameLocator Overlay(Person person) => person.Page.FrameLocator(".overlay-layer iframe");

    // Between its buttons, which stand at the top, and its name.
    private static async Task<(int X, int Y)> MiddleOf(ILocator tile)
    {
        var box = (await tile.BoundingBoxAsync())!;
        return ((int)(box.X + (box.Width / 3)), (int)(box.Y + (box.Height * 0.6)));
    }
}
