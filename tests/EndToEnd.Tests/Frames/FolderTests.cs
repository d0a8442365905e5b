using PluginRoom.EndToEnd.Tests.Fixtures;

namespace PluginRoom.EndToEnd.Tests.Frames;

public sealed class FolderTests(Chromium chromium) : HostedTest(chromium)
{
    [Fact]
    public async Task A_plugins_own_scripts_styles_pictures_fonts_wasm_and_blob_workers_all_work()
    {
        Host.Drop(Prerequisites.FramePlugin("Gallery"));
        var anna = await Join("Anna");
        await anna.OpenPlugins();
        await anna.Add("Gallery");
        var window = anna.Window("Gallery");
        await window.GetByText("ready", new() { Exact = true }).WaitForAsync();

        Assert.Equal(
            [
                "module: a module",
                "later: a module",
                "json: ready",
                "png: 4 wide, 200,30,60,255",
                "svg: 30 wide",
                // The font's one letter is three times as wide as it is tall, at 20 pixels.
                "font: 60 wide",
                "css: square",
                "background: true",
                "wasm: 42",
                "worker: reward",
                "webgl: function",
                "markup: b",
            ],
            await window.Locator("#lines > li").AllInnerTextsAsync());
    }
}
