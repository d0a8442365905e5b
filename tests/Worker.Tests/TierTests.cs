using Microsoft.Extensions.Logging;
using PluginRoom.Host.Workers;
using PluginRoom.Host.Workers.Sandbox;
using PluginRoom.Worker.Tests.Rig;
using Xunit;

namespace PluginRoom.Worker.Tests;

/// <summary>Which tier is taken, when none is, and what the operator is told.</summary>
public sealed class TierTests
{
    private static readonly WorkerOptions NoBubblewrap = Launch.Options with { BubblewrapPath = "/nowhere/bwrap" };
    private static readonly WorkerOptions Nothing = NoBubblewrap with { SeccompLibrary = "/nowhere/libseccomp.so.2" };

    [Fact]
    public async Task Where_both_hold_it_is_the_stronger_one_and_nothing_is_missing()
    {
        var launcher = Launch.With(Launch.Options, TimeProvider.System);

        var survey = await launcher.SurveyAsync(TestContext.Current.CancellationToken);

        Assert.Equal((SandboxTier.Namespaces, null), (survey.Tier, survey.Problem));
        Assert.Equal([(SandboxTier.Namespaces, true), (SandboxTier.Landlock, true)], survey.Findings.Select(f => (f.Tier, f.Readiness.IsReady)));
        Assert.StartsWith("tier 1: bubblewrap and seccomp", launcher.Isolation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_bubblewrap_a_worker_runs_in_tier_2_and_the_survey_says_what_would_be_stronger()
    {
        var room = new TestRoom();
        var launcher = Launch.With(NoBubblewrap, TimeProvider.System);
        await using var worker = launcher.Supervise(Launch.Spec("Echo"), room);
        await room.ReachAsync<WorkerRunning>();

        Assert.StartsWith("tier 2: Landlock and seccomp", launcher.Isolation, StringComparison.Ordinal);
        Assert.Equal(
            "Tier 1 would be stronger: bubblewrap is missing. Install it: apt install bubblewrap",
            (await launcher.SurveyAsync(TestContext.Current.CancellationToken)).Problem);
    }

    [Fact]
    public async Task Without_either_nothing_starts_and_the_reason_says_what_to_install()
    {
        var launcher = Launch.With(Nothing, TimeProvider.System);

        Assert.Equal(
            "No sandbox that this host accepts works here. Tier 1: bubblewrap is missing. Install it: apt install bubblewrap. "
            + "Tier 2: libseccomp is missing. Install it: apt install libseccomp2.",
            await RefusalAsync(launcher));
        Assert.Equal("not started", launcher.Isolation);
    }

    [Fact]
    public async Task Tier_2_is_not_enough_for_an_operator_who_wants_tier_1() => Assert.Equal(
        "No sandbox that this host accepts works here. Tier 1: bubblewrap is missing. Install it: apt install bubblewrap. "
        + "Tier 2 is below this host's floor; --sandbox-floor 2 would allow it.",
        await RefusalAsync(Launch.With(NoBubblewrap with { Floor = SandboxTier.Namespaces }, TimeProvider.System)));

    [Fact]
    public async Task Without_confinement_plugins_run_only_by_the_operators_word_and_the_log_shouts()
    {
        var launcher = Launch.With(Nothing with { Floor = SandboxTier.None }, TimeProvider.System);
        var log = new LogLines<SandboxReport>();
        using var report = new SandboxReport(launcher, log);

        await report.StartAsync(TestContext.Current.CancellationToken);
        await report.ExecuteTask!;

        var (_, line) = Assert.Single(log.Lines, static entry => entry.Level == LogLevel.Critical);
        Assert.Equal(2, log.Lines.Count(static entry => entry.Line.Contains("does not hold on this machine", StringComparison.Ordinal)));
        Assert.StartsWith("PLUGINS ARE NOT CONFINED", line, StringComparison.Ordinal);
        Assert.Contains("apt install bubblewrap", line, StringComparison.Ordinal);
        Assert.StartsWith("tier 0: none", launcher.Isolation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_that_can_confine_does_so_also_where_nobody_demands_it()
    {
        var launcher = Launch.With(Launch.Options with { Floor = SandboxTier.None }, TimeProvider.System);

        Assert.Equal(SandboxTier.Namespaces, (await launcher.SurveyAsync(TestContext.Current.CancellationToken)).Tier);
    }

    [Fact]
    public async Task A_worker_in_tier_0_is_a_plain_child()
    {
        var (worker, _) = await Launch.RunAsync(Launch.In(SandboxTier.None), "Echo");
        await using var _1 = worker;

        Assert.StartsWith("tier 0: none", Launch.In(SandboxTier.None).Isolation, StringComparison.Ordinal);
    }

    private static async Task<string> RefusalAsync(WorkerLauncher launcher)
    {
        var room = new TestRoom();
        await using var worker = launcher.Supervise(Launch.Spec("Echo"), room);
        return (await room.ReachAsync<WorkerFailed>()).Reason;
    }
}
