using System.Security.Cryptography;
using PluginRoom.Gauntlet.Canary;
using PluginRoom.Gauntlet.Frame.Attempts;
using PluginRoom.Gauntlet.Frame.Browsers;
using PluginRoom.Gauntlet.Frame.Surfaces;
using PluginRoom.Gauntlet.Frame.Trial;
using PluginRoom.Gauntlet.Results;

namespace PluginRoom.Gauntlet.Frame;

public sealed class ChromiumFrameGauntletTests(GauntletRun run) : FrameGauntlet(run)
{
    [Fact]
    public async Task Nothing_gets_out_of_a_plugin_frame_but_what_the_threat_model_names()
    {
        await using var browser = await ChromiumBrowser.Start(Canary.NameServer);
        await Run(browser);
    }
}

public sealed class FirefoxFrameGauntletTests(GauntletRun run) : FrameGauntlet(run)
{
    [Fact]
    public async Task Nothing_gets_out_of_a_plugin_frame_but_what_the_threat_model_names()
    {
        await using var browser = await FirefoxBrowser.Start(Canary.NameServer);
        await Run(browser);
    }
}

/// <summary>Every attempt of a frame: in a plain one, the control, and in one like the page makes for a plugin.</summary>
public abstract class FrameGauntlet(GauntletRun run)
{
    // Fewer means that attempts were lost.
    private const int LeastCounted = 200;
    private const int LeastCountedOfSurfaces = 75;

    private protected CanaryListener Canary => run.Canary;

    private protected async Task Run(GauntletBrowser browser)
    {
        var secret = $"gs{RandomNumberGenerator.GetHexString(12, lowercase: true)}";
        var all = AttemptFolder.Read(AttemptPlace.Page);
        ArmedAttempt[] without = [.. all.Select(Arm)], with = [.. all.Select(Arm)];
        var (trial, surfaces) = (new FrameTrial(Canary, browser, secret), new SurfaceTrial(Canary, browser, secret));

        using var folder = PlainFolder.Of(without, surfaces.PlainFile);
        await using var server = await PlainServer.Start(folder.Path, secret);
        var control = await trial.Without(without, server);
        await surfaces.Without(server, trial.Prepare);

        await using var plugin = await HostilePlugin.Start(with, secret, surfaces.Files);
        var isolated = await trial.With(with, plugin, surfaces.With);

        var rows = without.Zip(with).Select(pair => Row("frame", pair.First, pair.Second, control, isolated)).ToList();
        var others = surfaces.All.Select(each => Row(each.Surface, each.Plain, each.Confined, surfaces.Control, surfaces.Isolated)).ToList();
        Judge(rows, browser.Name, with, LeastCounted);
        Judge(others, browser.Name, surfaces.All.Select(each => each.Confined), LeastCountedOfSurfaces);
        Assert.Empty(with.Where(attempt => !plugin.Refused.ContainsKey(attempt.Page) && !isolated.HasStarted(attempt)).Select(attempt => attempt.Attempt.Title));
        Assert.Empty(surfaces.All.Where(each => !surfaces.Isolated.HasStarted(each.Confined)).Select(each => $"{each.Surface}, {each.Confined.Attempt.Title}"));

        ArmedAttempt Arm(FrameAttempt attempt) => new(attempt, Canary.Open(), secret);

        GauntletRow Row(string surface, ArmedAttempt plain, ArmedAttempt confined, Observations open, Observations closed)
        {
            var row = new GauntletRow(
                $"{surface}, {browser.Name}",
                plain.Attempt.Title,
                Without(plain, open, browser.Name),
                closed.HadEffect(confined) ? Outcome.Open : Outcome.Blocked,
                Note(confined, closed, plugin, browser.Name));
            run.Table.Add(row);
            return row;
        }
    }

    private Outcome Without(ArmedAttempt plain, Observations control, string browser) =>
        control.HadEffect(plain) ? Outcome.Open
        : plain.Attempt.NeedsNames && Canary.NameServer is null ? Outcome.NotApplicable("port 53 cannot be had here")
        : plain.Attempt.Not.TryGetValue(browser, out var reason) ? Outcome.NotApplicable(reason)
        : Outcome.Blocked;

    private static string Note(ArmedAttempt confined, Observations isolated, HostilePlugin plugin, string browser) =>
        isolated.HadEffect(confined) ? $"{isolated.Channels(confined)} {confined.Attempt.Open.GetValueOrDefault(browser)}".Trim()
        : plugin.Refused.TryGetValue(confined.Page, out var reason) ? $"refused at install: {reason}"
        : "";

    private static void Judge(List<GauntletRow> rows, string browser, IEnumerable<ArmedAttempt> all, int least)
    {
        var named = all.Select(each => each.Attempt).Where(attempt => attempt.Open.ContainsKey(browser)).Select(attempt => attempt.Title);
        Assert.Multiple(
            () => Assert.Equal(named.Order(StringComparer.Ordinal), rows.Where(row => row.With == Outcome.Open).Select(row => row.Vector).Order(StringComparer.Ordinal)),
            () => Assert.Empty(rows.Where(row => row.Without == Outcome.Blocked).Select(row => $"{row.Surface}, {row.Vector}")),
            () => Assert.InRange(rows.Count(row => row.IsCounted), least, rows.Count));
    }
}
