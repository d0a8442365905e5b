using System.Text.Json;
using PluginRoom.Gauntlet.Canary;
using PluginRoom.Gauntlet.Frame.Attempts;
using PluginRoom.Gauntlet.Frame.Browsers;

namespace PluginRoom.Gauntlet.Frame.Trial;

/// <summary>Runs attempts in one browser, many frames at a time.</summary>
internal sealed class FrameTrial(CanaryListener canary, GauntletBrowser browser, string secret)
{
    private const int FramesAtOnce = 30;

    /// <summary>A page that does nothing, for attempts on other frames.</summary>
    public const string Bystander = "index.html";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(2);
    private static readonly JsonSerializerOptions Web = JsonSerializerOptions.Web;

    private static readonly string Outside = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Frame/Trial/outside.js"));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>The control: each attempt has until it works, and a second chance with fewer beside it.</summary>
    public async Task<Observations> Without(IReadOnlyList<ArmedAttempt> attempts, PlainServer server)
    {
        var seen = new Observations(canary, browser);
        foreach (var some in attempts.Where(attempt => !attempt.Attempt.IsAlone).Chunk(FramesAtOnce))
            await Control(some, server, seen);
        foreach (var one in attempts.Where(attempt => attempt.Attempt.IsAlone && IsExpected(attempt)))
            await Control([one], server, seen);
        if (attempts.Where(attempt => IsExpected(attempt) && !seen.HadEffect(attempt)).ToArray() is { Length: > 0 } late)
            await Control(late, server, seen);
        return seen;
    }

    /// <summary>In the host's own page, each in a frame like the one that the page made for the plugin.</summary>
    /// <param name="others">Tries what the page itself shows of the plugin, before.</param>
    public async Task<Observations> With(IReadOnlyList<ArmedAttempt> attempts, HostilePlugin plugin, Func<GauntletPage, Task> others)
    {
        var seen = new Observations(canary, browser);
        await using var page = await Room.Enter(browser, plugin, secret, Prepare);
        var folder = await Room.FolderOf(page);
        await others(page);
        foreach (var some in attempts.Chunk(FramesAtOnce))
        {
            await Show(page, Room.Window, some.Select(attempt => new Uri(folder, attempt.Page)));
            await page.Run($"await gauntlet.begun({Patience.TotalMilliseconds}); return '';");
            await canary.Silence(some.Select(attempt => attempt.Port), Quiet, Patience, Stop);
            seen.Note(await page.Run("return await gauntlet.found([], 0);"), some);
            await page.Run("gauntlet.clear(); return '';");
        }

        await canary.Silence(attempts.Select(attempt => attempt.Port), Quiet, Patience, Stop);
        return seen;
    }

    private async Task Control(ArmedAttempt[] attempts, PlainServer server, Observations seen)
    {
        await using var page = await browser.Open(new Uri(server.Address, $"/r/{secret}"));
        await Prepare(page);
        await Show(page, null, attempts.Select(attempt => attempt.Page).Prepend(Bystander).Select(name => new Uri(server.Address, $"/plain/{name}")));
        var expected = attempts.Where(IsExpected).ToLookup(attempt => attempt.Attempt.Effect);
        await canary.Heard([.. expected[FrameEffect.Canary].Select(attempt => attempt.Port)], Patience, Stop);

        // What goes to the canary may have taken the page with it; the others leave it where it is.
        var others = expected[FrameEffect.Says].Concat(expected[FrameEffect.Trace]).Select(attempt => new { token = attempt.Port.Token, says = attempt.Attempt.Effect == FrameEffect.Says ? attempt.Expected : "" });
        if (attempts.Any(attempt => !attempt.Attempt.IsAlone || attempt.Attempt.Effect != FrameEffect.Canary))
            seen.Note(await page.Run($"return await gauntlet.found({JsonSerializer.Serialize(others, Web)}, {Patience.TotalMilliseconds});"), attempts);
        await canary.Until(() => expected[FrameEffect.Download].All(seen.HadEffect), Quiet, Stop);
    }

    private bool IsExpected(ArmedAttempt attempt) => !attempt.Attempt.Not.ContainsKey(browser.Name);

    /// <summary>Gives the page something of its own, and eyes.</summary>
    public async Task Prepare(GauntletPage page)
    {
        await page.Run($"{Outside} await gauntlet.plant(\"{secret}\"); return '';");
    }

    private static Task<string> Show(GauntletPage page, string? template, IEnumerable<Uri> addresses) =>
        page.Run($"gauntlet.show({JsonSerializer.Serialize(template, Web)}, {JsonSerializer.Serialize(addresses, Web)}); return '';");
}
