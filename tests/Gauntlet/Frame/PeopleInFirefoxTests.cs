using System.Text.Json;
using PluginRoom.EndToEnd.Tests.Fixtures;
using PluginRoom.Gauntlet.Frame.Browsers;
using PluginRoom.Gauntlet.Results;

namespace PluginRoom.Gauntlet.Frame;

/// <summary>What the end-to-end tests do in Chromium with an overlay, a toolbar and a changed picture, two people do here in Firefox.</summary>
public sealed class PeopleInFirefoxTests(GauntletRun run)
{
    private const string Ways = """
        const until = async (find, what, most = 25_000) => {
          for (const end = performance.now() + most; performance.now() < end; ) {
            const found = await find();
            if (found) return found;
            await new Promise((resolve) => setTimeout(resolve, 50));
          }
          throw new Error(`There is no ${what}: ${document.body.innerText}`);
        };
        const button = (name) => [...document.querySelectorAll("button")].find((each) => (each.ariaLabel ?? each.textContent.trim()) === name && !each.disabled);
        const press = async (name) => (await until(() => button(name), `button "${name}"`)).click();
        const picture = () => document.querySelector("[aria-label='Video of Anna']");
        // How many neighbours are alike: nearly all, where a picture is made of large squares of one colour.
        const alike = () => {
          const { videoWidth: width, videoHeight: height } = picture();
          const pen = new OffscreenCanvas(width, height).getContext("2d");
          pen.drawImage(picture(), 0, 0);
          const { data } = pen.getImageData(0, 0, width, height);
          let same = 0;
          for (let at = 0; at + 4 < data.length; at += 4) if (Math.abs(data[at + 1] - data[at + 5]) < 24) same++;
          return (4 * same) / data.length;
        };
        // Where it stands once it stands still.
        const middle = async (find, what) => {
          let last = "";
          return until(() => {
            const box = find()?.getBoundingClientRect();
            const now = box && JSON.stringify([box.left + box.width / 2, box.top + box.height / 2].map(Math.round));
            const isStill = now && now === last;
            last = now;
            return isStill ? now : "";
          }, what);
        };
        """;

    // Black and white bars, finer than Pixelate's squares.
    private const string Bars = """
        const canvas = Object.assign(document.createElement("canvas"), { width: 640, height: 360 });
        const pen = canvas.getContext("2d");
        setInterval(() => {
          for (let x = 0; x < 640; x += 4) {
            pen.fillStyle = x % 8 === 0 ? "white" : "black";
            pen.fillRect(x, 0, 4, 360);
          }
        }, 50);
        navigator.mediaDevices.getUserMedia = async () => canvas.captureStream(20);
        await press("Turn camera off");
        await press("Turn camera on");
        """;

    // In the toolbar's own page: one button as large as it.
    private const string OneButton = """
        const button = Object.assign(document.createElement("button"), { textContent: "Help" });
        button.style.cssText = "position: fixed; inset: 0";
        button.addEventListener("click", () => pluginroom.openLink("https://help.example/pressed"));
        document.body.append(button);
        """;

    [Fact]
    public async Task A_picture_is_changed_an_overlay_is_seen_and_clicked_through_and_a_toolbars_button_works()
    {
        await using var host = await HostProcess.Start();
        host.Drop(Prerequisites.ScriptPlugin("Pixelate"));
        host.Drop(Prerequisites.FramePlugin("Drawing"));
        var toolbar = host.Drop(Prerequisites.FramePlugin("Blank"));
        await File.WriteAllTextAsync(Path.Combine(toolbar, "ui", "main.js"), OneButton, TestContext.Current.CancellationToken);
        HostProcess.EditManifest(toolbar, ("\"slot\": \"stage\"", "\"slot\": \"toolbar\""), ("\"ui.stage\"", "\"ui.toolbar\""));
        await using var browser = await FirefoxBrowser.Start(run.Canary.NameServer);
        await using var anna = await Join(browser, host, "Anna");
        await using var ben = await Join(browser, host, "Ben");

        await Do(ben, "await until(() => picture()?.videoWidth > 0, 'picture of Anna');");
        await anna.Activate();
        await Do(anna, Bars);
        await Do(ben, "await until(() => alike() < 0.8, 'bars');");
        await Do(anna, "await press('Plugins'); await press('Add Pixelate to room'); await press('Change my picture…'); await press('Change my picture');");
        await Do(anna, "await until(() => document.body.innerText.includes('Changed by Pixelate'), 'mark');");
        await Do(ben, "await until(() => document.body.innerText.includes('Changed by Pixelate') && alike() > 0.9, 'squares');");
        await Do(anna, "await press('Stop changing my picture');");
        await Do(ben, "await until(() => alike() < 0.8, 'bars again');");

        await Do(anna, "await press('Add Drawing to room'); await press('Not now'); await until(() => document.querySelector('.overlay-layer__place[data-ready=true]'), 'overlay');");
        // Where no pointer hovers, a tile's buttons take one only while the focus is in the tile.
        await Do(anna, "(await until(() => button('Pin Ben'), 'pin')).focus();");
        await anna.Click(await Place(anna, "button('Pin Ben')"));
        await Do(anna, "await until(() => button('Unpin Ben'), 'tile that was pinned through the overlay');");
        await Do(anna, "await press('Hide what Drawing draws'); await until(() => !document.querySelector('.overlay-layer'), 'page without an overlay');");

        await Do(anna, "await press('Add Blank to room'); await press('Not now'); await press('Open Blank anyway');");
        Assert.Equal("https://help.example/pressed", await PressInToolbar(anna));
    }

    // Until it was heard: a frame that is still loading hears no click.
    private static async Task<string> PressInToolbar(FirefoxBrowser.OpenPage page)
    {
        var at = await Place(page, "document.querySelector('.toolbars iframe')");
        for (var tries = 0; tries < 30; tries++)
        {
            await page.Click(at);
            if (await page.Run($"{Ways} return (await until(() => document.querySelector('.ask__address'), 'question', 1_000).catch(() => null))?.textContent ?? '';") is { Length: > 0 } address)
                return address;
        }

        return "";
    }

    private static async Task<FirefoxBrowser.OpenPage> Join(FirefoxBrowser browser, HostProcess host, string name)
    {
        var page = (FirefoxBrowser.OpenPage)await browser.Open(new Uri(host.Address, "/r/firefox"));
        await Do(page, $$"""
            const box = await until(() => document.querySelector("#your-name"), "name");
            await until(() => button("Turn camera off"), "camera");
            box.value = "{{name}}";
            box.dispatchEvent(new Event("input", { bubbles: true }));
            await press("Join");
            await until(() => button("Plugins"), "room");
            """);
        return page;
    }

    private static async Task Do(FirefoxBrowser.OpenPage page, string steps) => await page.Run($"{Ways} {steps} return '';");

    private static async Task<(int X, int Y)> Place(FirefoxBrowser.OpenPage page, string element)
    {
        var place = JsonSerializer.Deserialize<int[]>(await page.Run($"{Ways} return middle(() => {element}, `{element.Replace('\'', '"')}`);"))!;
        return (place[0], place[1]);
    }
}
