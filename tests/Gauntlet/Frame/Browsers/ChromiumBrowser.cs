using System.Collections.Concurrent;
using System.Net;
using Microsoft.Playwright;
using PluginRoom.EndToEnd.Tests.Fixtures;

namespace PluginRoom.Gauntlet.Frame.Browsers;

/// <summary>Debian's Chromium with a profile of its own, fake devices, and every permission granted that can be asked for.</summary>
internal sealed class ChromiumBrowser : GauntletBrowser
{
    // The binary itself: Debian's launcher adds --disable-pings, and what is switched off in both conditions is not counted.
    private const string Binary = "/usr/lib/chromium/chromium";

    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-component-update", "--disable-sync", "--mute-audio",
        "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream", "--auto-accept-this-tab-capture",
        // The canary is on this machine; without these, a call's candidates would not be tried on its address.
        "--allow-loopback-in-peer-connection", "--autoplay-policy=no-user-gesture-required",
    ];

    // Playwright's own arguments that switch attempts off.
    private static readonly string[] Unwanted = ["--disable-background-networking", "--disable-default-apps"];

    private static readonly string[] Permissions =
    [
        "geolocation", "camera", "microphone", "midi", "midi-sysex", "notifications", "clipboard-read", "clipboard-write", "background-sync",
        "accelerometer", "gyroscope", "magnetometer", "payment-handler", "storage-access", "local-fonts", "local-network-access", "screen-wake-lock",
    ];

    private readonly IPlaywright _playwright;
    private readonly DirectoryInfo _folder;
    private readonly ConcurrentQueue<string> _downloads = new();

    private ChromiumBrowser(IPlaywright playwright, IBrowserContext context, DirectoryInfo folder)
    {
        (_playwright, Context, _folder) = (playwright, context, folder);
        context.Page += (_, page) => page.Download += (_, download) => _downloads.Enqueue(download.SuggestedFilename);
    }

    public override string Name => "Chromium";

    public IBrowserContext Context { get; }

    public override IReadOnlyCollection<string> Downloads => _downloads;

    public static async Task<ChromiumBrowser> Start(IPAddress? nameServer)
    {
        var binary = File.Exists(Binary) ? Binary : Prerequisites.Chromium;
        var folder = Directory.CreateTempSubdirectory("pluginroom-chromium-");
        var playwright = await Playwright.CreateAsync();
        var context = await playwright.Chromium.LaunchPersistentContextAsync(Path.Combine(folder.FullName, "profile"), new()
        {
            ExecutablePath = OwnResolver.Wrap(folder.FullName, binary, nameServer),
            Headless = true,
            Args = Arguments,
            IgnoreDefaultArgs = Unwanted,
            Geolocation = new() { Latitude = 12.5f, Longitude = 34.25f },
            AcceptDownloads = true,
        });
        return new(playwright, context, folder);
    }

    public override async Task<GauntletPage> Open(Uri address)
    {
        // To the page's own origin, as a person would have done; whether its frames get them as well is what is tried.
        await Context.GrantPermissionsAsync(Permissions, new() { Origin = address.GetLeftPart(UriPartial.Authority) });
        var page = await Deadline.Within(Context.NewPageAsync(), () => "Chromium opened no page.");
        await page.GotoAsync(address.ToString(), new() { Timeout = Deadline.Milliseconds });
        return new OpenPage(page);
    }

    public override async ValueTask DisposeAsync()
    {
        await Context.CloseAsync();
        _playwright.Dispose();
        _folder.Delete(recursive: true);
    }

    internal sealed class OpenPage(IPage page) : GauntletPage
    {
        private static readonly TimeSpan ClosingTakes = TimeSpan.FromSeconds(2);

        public IPage Page => page;

        public override Task<string> Run(string body) =>
            Deadline.Within(page.EvaluateAsync<string>($"async () => {{ {body} }}"), () => $"Chromium did not answer: {body[^Math.Min(body.Length, 200)..]}");

        public override async ValueTask DisposeAsync()
        {
            // Word that a page is closed can get lost when an attempt has sent it elsewhere at that moment. It goes with the browser.
            await Task.WhenAny(page.CloseAsync(), Task.Delay(ClosingTakes));
        }
    }
}
