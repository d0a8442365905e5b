using Microsoft.Playwright;
using PluginRoom.EndToEnd.Tests.Fixtures;

[assembly: AssemblyFixture(typeof(Chromium))]
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace PluginRoom.EndToEnd.Tests.Fixtures;

/// <summary>
/// Debian's Chromium, headless: one with a fake camera, microphone and screen that it hands out without asking, and one without
/// any device, started only when a test wants it. Everybody in a test gets a context of their own.
/// </summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Quiet =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private static readonly string[] FakeMedia = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"];

    private IPlaywright _playwright = null!;
    private IBrowser? _bare;

    /// <summary>With fake devices.</summary>
    public IBrowser Browser { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        Browser = await Launch([.. Quiet, .. FakeMedia]);
    }

    /// <summary>No camera, no microphone, and nobody who would allow them.</summary>
    public async Task<IBrowser> WithoutDevices() => _bare ??= await Launch(Quiet);

    /// <summary>A fake camera that a person can still refuse, which the flag that answers for them would prevent.</summary>
    public Task<IBrowser> ThatAsks() => Launch([.. Quiet, FakeMedia[0]]);

    public async ValueTask DisposeAsync()
    {
        await Browser.CloseAsync();
        if (_bare is not null)
            await _bare.CloseAsync();
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
