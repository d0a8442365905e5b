using Microsoft.Playwright;
using PluginRoom.EndToEnd.Tests.Fixtures;

namespace PluginRoom.EndToEnd.Tests.Frames;

public sealed class SurfaceTests(Chromium chromium) : HostedTest(chromium)
{
    private const string Blue = "30,96,145";
    private const string Yellow = "244,211,94";

    [Fact]
    public async Task A_script_without_a_document_draws_hears_of_input_and_finds_nothing_else()
    {
        Host.Drop(Prerequisites.FramePlugin("Surface"));
        var anna = await Join("Anna");
        await anna.OpenPlugins();
        await anna.Add("Surface");
        var surface = anna.Window("Surface").GetByRole(AriaRole.Img, new() { NameString = "Ready" });
        await surface.WaitForAsync();

        var said = await surface.GetAttributeAsync("aria-label");
        Assert.StartsWith("Ready. Found: nothing. eval refused, import refused, importScripts refused, script refused. Last: nothing yet.", said, StringComparison.Ordinal);
        Assert.Equal(0, await anna.Window("Surface").Locator("script").CountAsync());

        Assert.Equal(Blue, await Pixel(surface, 100, 80));
        await surface.ClickAsync(new() { Position = new() { X = 100, Y = 80 } });
        await anna.Window("Surface").GetByRole(AriaRole.Img, new() { NameString = "Last: pointerdown at 100 80" }).WaitForAsync();
        Assert.Equal(Yellow, await Pixel(surface, 100, 80));
        Assert.Equal(Blue, await Pixel(surface, 160, 80));
        Assert.Equal("crosshair", await surface.EvaluateAsync<string>("canvas => getComputedStyle(canvas).cursor"));

        await anna.Page.Keyboard.PressAsync("k");
        await anna.Window("Surface").GetByRole(AriaRole.Img, new() { NameString = "Last: k" }).WaitForAsync();
    }

    [Fact]
    public async Task A_script_without_a_document_that_hangs_is_removed_and_can_be_started_again()
    {
        Host.Drop(Prerequisites.FramePlugin("Surface"));
        var anna = await Join("Anna");
        await anna.OpenPlugins();
        await anna.Add("Surface");
        var surface = anna.Window("Surface").GetByRole(AriaRole.Img, new() { NameString = "Ready" });
        await surface.ClickAsync();
        await anna.Page.Keyboard.PressAsync("h");

        await anna.Text("It was removed, because it did not answer for five seconds.").WaitForAsync();
        await anna.Press("Start Surface again");
        await surface.WaitForAsync();
    }

    private async Task<string> Pixel(ILocator surface, int x, int y) =>
        string.Join(',', await (await surface.ScreenshotAsync()).At(Chromium.Browser, x, y));
}
