using Microsoft.Playwright;
using PluginRoom.EndToEnd.Tests.Fixtures;

[assembly: AssemblyFixture(typeof(Chromium))]
// Most tests wait most of the time: for a picture, for what a window must not do for so long.
[assembly: CollectionBehavior(MaxParallelThreads = 2)]

namespace PluginRoom.EndToEnd.Tests.Fixtures;

/// <summary>
/// Debian's Chromium, headless: one with a fake camera, microphone and screen that it hands out without asking, and two more,
/// started only when a test wants them. Everybody in a test gets a context of their own.
/// </summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Quiet =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    // Five pictures a second move as well as thirty, and three people's encoders share a small machine.
    private static readonly string[] FakeMedia = ["--use-fake-device-for-media-stream=fps=5", "--use-fake-ui-for-media-stream"];

    private IPlaywright _playwright = null!;
    private readonly Lazy<Task<IBrowser>> _refusing;
    private readonly Lazy<Task<IBrowser>> _bare;

    public Chromium()
    {
        _refusing = new(() => Launch([.. Quiet, FakeMedia[0]]));
        _bare = new(() => Launch(Quiet));
    }

    /// <summary>With fake devices.</summary>
    public IBrowser Browser { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Evidence.Clear();
        _playwright = await Playwright.CreateAsync();
        Browser = await Launch([.. Quiet, .. FakeMedia]);
    }

    /// <summary>Devices that nobody allows the page to use: without the flag that answers for people, headless Chromium refuses.</summary>
    public Task<IBrowser> Refusing() => _refusing.Value;

    /// <summary>No camera and no microphone at all.</summary>
    public Task<IBrowser> WithoutDevices() => _bare.Value;

    public async ValueTask DisposeAsync()
    {
        await Browser.CloseAsync();
        foreach (var started in new[] { _refusing, _bare }.Where(browser => browser.IsValueCreated))
            await (await started.Value).CloseAsync();
        _playwright.Dispose();
    }

    // An empty ExecutablePath would make Playwright look for a browser of its own.
    private Task<IBrowser> Launch(string[] args) => _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
    {
        ExecutablePath = Prerequisites.Chromium,
        Headless = true,
        Args = args,
    });
}
