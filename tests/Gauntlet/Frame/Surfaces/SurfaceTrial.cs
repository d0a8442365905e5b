using System.Globalization;
using System.Text.Json;
using PluginRoom.Gauntlet.Canary;
using PluginRoom.Gauntlet.Frame.Attempts;
using PluginRoom.Gauntlet.Frame.Browsers;
using PluginRoom.Gauntlet.Frame.Trial;

namespace PluginRoom.Gauntlet.Frame.Surfaces;

/// <summary>
/// The surfaces whose code has no document: an overlay, and the frame that changes a camera picture. All attempts of one are one script,
/// so that each surface is shown once, by the page itself.
/// </summary>
internal sealed class SurfaceTrial
{
    private const int Rounds = 2;

    // How light the camera is for the attempts to begin; each step beyond is an answer.
    private const int Begin = 1;

    // Of a round; it ends when all have worked. Attempts hold the workers that they start by a timer: Firefox collects one that nobody holds.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly CanaryListener _canary;
    private readonly GauntletBrowser _browser;
    private readonly ArmedAttempt[] _plain, _plainAnswers;

    public SurfaceTrial(CanaryListener canary, GauntletBrowser browser, string secret)
    {
        (_canary, _browser) = (canary, browser);
        (_plain, _plainAnswers) = (Armed(AttemptPlace.Worker), Armed(AttemptPlace.Pictures));
        (Overlay, Pictures, Answers) = (Armed(AttemptPlace.Worker), Armed(AttemptPlace.Worker), Armed(AttemptPlace.Pictures));
        (Control, Isolated) = (new(canary, browser), new(canary, browser));

        ArmedAttempt[] Armed(AttemptPlace where) => [.. AttemptFolder.Read(where).Select(attempt => new ArmedAttempt(attempt.InWorker(), canary.Open(), secret))];
    }

    public ArmedAttempt[] Overlay { get; }

    public ArmedAttempt[] Pictures { get; }

    public ArmedAttempt[] Answers { get; }

    public Observations Control { get; }

    public Observations Isolated { get; }

    /// <summary>For the control's folder.</summary>
    public (string Name, string Content) PlainFile => ("plain.js", SurfaceScripts.Of("plain", _plain, _plainAnswers));

    /// <summary>For the plugin's folder.</summary>
    public (string Name, string Content)[] Files =>
    [
        (HostilePlugin.OverlayScript, SurfaceScripts.Of("overlay", Overlay, [])),
        (HostilePlugin.PictureScript, SurfaceScripts.Of("pictures", Pictures, Answers)),
    ];

    /// <summary>Every attempt with the surface that it was made on and its control.</summary>
    public IEnumerable<(string Surface, ArmedAttempt Plain, ArmedAttempt Confined)> All =>
    [
        .. _plain.Zip(Overlay).Select(pair => ("overlay", pair.First, pair.Second)),
        .. _plain.Zip(Pictures).Concat(_plainAnswers.Zip(Answers)).Select(pair => ("picture", pair.First, pair.Second)),
    ];

    /// <summary>The control: until each has worked, and a second time for those that had no luck.</summary>
    public async Task Without(PlainServer server, Func<GauntletPage, Task> prepare)
    {
        ArmedAttempt[] all = [.. _plain, .. _plainAnswers];
        ArmedAttempt[] expected = [.. all.Where(attempt => !attempt.Attempt.Not.ContainsKey(_browser.Name))];
        for (var round = 0; round < Rounds && !expected.All(Control.HadEffect); round++)
        {
            await using var page = await _browser.Open(new Uri(server.Address, "/r/plain"));
            await prepare(page);
            await page.Run($"await gauntlet.work('/plain/{PlainFile.Name}', {_plainAnswers.Length}); return '';");
            await _canary.Heard([.. expected.Where(attempt => attempt.Attempt.Effect == FrameEffect.Canary).Select(attempt => attempt.Port)], Patience, Stop);
            var others = expected.Where(attempt => attempt.Attempt.Effect != FrameEffect.Canary).Select(Sought);
            Control.Note(await page.Run($"return await gauntlet.found({JsonSerializer.Serialize(others, JsonSerializerOptions.Web)}, {Milliseconds(Patience)});"), all);
        }
    }

    /// <summary>In the room's page, where the overlay has begun by itself; done when what they came to is known, but for what may still arrive.</summary>
    public async Task With(GauntletPage page)
    {
        await page.Run($"{SurfaceScripts.Room} await surfaces.ownCamera(); return '';");
        Isolated.NoteStates(await Show(page, Begin, Pictures.Length + Answers.Length), Pictures);
        Isolated.NoteStates(await page.Run("return await surfaces.asked();"), Overlay);
        await page.Run("surfaces.button('Not now')?.click(); return '';");
        Assert.Equal("", await page.Run("await surfaces.until(() => !document.querySelector('dialog[open]'), 'page without questions'); return surfaces.below();"));
        await SurfaceSeal.AssertEqual(page);
        for (var answer = 0; answer < Answers.Length; answer++)
        {
            await Show(page, Begin + 1 + answer, Pictures.Length + answer);
            Isolated.NoteStates("b", [Answers[answer]]);
        }

        Isolated.Note(await page.Run("return await gauntlet.found([], 0);"), [.. Overlay, .. Pictures, .. Answers]);
    }

    // All cells' letters once the one is green.
    private Task<string> Show(GauntletPage page, int order, int cell) => page.Run($"return await surfaces.show({order}, {cell}, {Pictures.Length + Answers.Length + 1});");

    private static object Sought(ArmedAttempt attempt) => attempt.Attempt.Effect == FrameEffect.Trace && attempt.Attempt.Says.Length > 0
        ? new { token = attempt.Expected, says = "" }
        : new { token = attempt.Port.Token, says = attempt.Attempt.Effect == FrameEffect.Says ? attempt.Expected : "" };

    private static string Milliseconds(TimeSpan span) => span.TotalMilliseconds.ToString(CultureInfo.InvariantCulture);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;
}
