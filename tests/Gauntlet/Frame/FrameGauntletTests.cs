using System.Security.Cryptography;
using PluginRoom.Gauntlet.Canary;
using PluginRoom.Gauntlet.Frame.Attempts;
using PluginRoom.Gauntlet.Frame.Browsers;
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

    private protected CanaryListener Canary => run.Canary;

    private protected async Task Run(GauntletBrowser browser)
    {
        var secret = $"gs{RandomNumberGenerator.GetHexString(12, lowercase: true)}";
        var all = AttemptFolder.Read();
        ArmedAttempt[] without = [.. all.Select(Arm)], with = [.. all.Select(Arm)];
        var trial = new FrameTrial(Canary, browser, secret);

        using var folder = PlainFolder.Of(without);
        await using var server = await PlainServer.Start(folder.Path, secret);
        var control = await trial.Without(without, server);

        await using var plugin = await HostilePlugin.Start(with, secret);
        var isolated = await trial.With(with, plugin);

        var rows = without.Zip(with).Select(pair => Row(pair.First, pair.Second)).ToList();
        Judge(rows, browser.Name, all);
        Assert.Empty(with.Where(attempt => !plugin.Refused.ContainsKey(attempt.Page) && !isolated.HasStarted(attempt)).Select(attempt => attempt.Attempt.Title));

        ArmedAttempt Arm(FrameAttempt attempt) => new(attempt, Canary.Open(), secret);

        GauntletRow Row(ArmedAttempt plain, ArmedAttempt confined)
        {
            var row = new GauntletRow(
                $"frame, {browser.Name}",
                plain.Attempt.Title,
                Without(plain, control, browser.Name),
                isolated.HadEffect(confined) ? Outcome.Open : Outcome.Blocked,
                Note(confined, isolated, plugin, browser.Name));
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

    private static void Judge(List<GauntletRow> rows, string browser, IReadOnlyList<FrameAttempt> all)
    {
        var named = all.Where(attempt => attempt.Open.ContainsKey(browser)).Select(attempt => attempt.Title);
        Assert.Multiple(
            () => Assert.Equal(named.Order(StringComparer.Ordinal), rows.Where(row => row.With == Outcome.Open).Select(row => row.Vector).Order(StringComparer.Ordinal)),
            () => Assert.Empty(rows.Where(row => row.Without == Outcome.Blocked).Select(row => row.Vector)),
            () => Assert.InRange(rows.Count(row => row.IsCounted), LeastCounted, rows.Count));
    }
}
