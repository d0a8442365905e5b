using PluginRoom.Gauntlet.Frame.Browsers;

namespace PluginRoom.Gauntlet.Frame.Trial;

/// <summary>The host's own page in a call, with the hostile plugin's window open, reached as a person reaches it.</summary>
internal static class Room
{
    /// <summary>Selects the window that the page itself has put up: its attributes are the product's.</summary>
    public static string Window => $"iframe[title^='{HostilePlugin.FrameTitle},']";

    private static readonly string Press = """
        const press = async (name) => {
          const find = () => [...document.querySelectorAll("button")].find((each) => (each.ariaLabel ?? each.textContent.trim()) === name && !each.disabled);
          for (let tries = 0; tries < 600 && !find(); tries++) await new Promise((resolve) => setTimeout(resolve, 100));
          if (!find()) throw new Error(`There is no button "${name}": ${document.body.innerText}`);
          find().click();
        };
        """;

    /// <param name="secret">Part of the room's name and of the plugin's, so that a frame that reads either gives itself away.</param>
    /// <param name="prepare">What is done to the page before the plugin comes into it.</param>
    public static async Task<GauntletPage> Enter(GauntletBrowser browser, HostilePlugin plugin, string secret, Func<GauntletPage, Task>? prepare = null)
    {
        var page = await browser.Open(new Uri(plugin.Address, $"/r/{secret}"));
        if (prepare is not null)
            await prepare(page);
        var address = await page.Run($$"""
            {{Press}}
            const box = await new Promise((resolve) => {
              const look = () => document.querySelector("#your-name") ? resolve(document.querySelector("#your-name")) : setTimeout(look, 50);
              look();
            });
            box.value = "Anna";
            box.dispatchEvent(new Event("input", { bubbles: true }));
            await press("Join");
            await press("Plugins");
            await press("Add Attempts {{secret}} to room");
            for (let tries = 0; tries < 600; tries++) {
              const frame = document.querySelector("{{Window}}");
              if (frame?.src) return frame.src;
              // Where the browser locks less, the page says so first.
              [...document.querySelectorAll("button")].find((each) => each.ariaLabel === "Open Attempts {{secret}} anyway")?.click();
              await new Promise((resolve) => setTimeout(resolve, 100));
            }
            return "";
            """);
        Assert.NotEqual("", address);
        return page;
    }

    public static async Task<Uri> FolderOf(GauntletPage page) =>
        new(new Uri(await page.Run($"return document.querySelector(\"{Window}\").src;")), ".");
}
