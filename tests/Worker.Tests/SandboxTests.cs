using PluginRoom.Host.Workers;
using PluginRoom.Host.Workers.Sandbox;
using PluginRoom.Worker.Tests.Rig;
using Xunit;

namespace PluginRoom.Worker.Tests;

public sealed class SandboxTests
{
    [Theory]
    [InlineData(SandboxTier.Namespaces)]
    [InlineData(SandboxTier.Landlock)]
    public async Task This_machine_confines_workers(SandboxTier tier)
    {
        var readiness = await Launch.In(tier).ProbeAsync(TestContext.Current.CancellationToken);

        Assert.Equal(SandboxReadiness.Ready, readiness);
    }

    [Fact]
    public async Task Without_bubblewrap_nothing_starts_and_the_reason_says_what_to_install()
    {
        var room = new TestRoom();
        var launcher = Launch.With(Launch.Options with { BubblewrapPath = "/nowhere/bwrap" }, TimeProvider.System);
        await using var worker = launcher.Supervise(Launch.Spec("Echo"), room);

        var failed = await room.ReachAsync<WorkerFailed>();

        Assert.Equal("/nowhere/bwrap is missing. Install it: apt install bubblewrap", failed.Reason);
    }

    [Fact]
    public async Task Without_the_worker_nothing_starts()
    {
        var launcher = Launch.With(Launch.Options with { WorkerPath = "/nowhere/PluginRoom.Worker.dll" }, TimeProvider.System);

        var readiness = await launcher.ProbeAsync(TestContext.Current.CancellationToken);

        Assert.Equal(SandboxProblem.WorkerMissing, readiness.Problem);
    }

    [Fact]
    public async Task Whatever_stands_in_for_bubblewrap_and_confines_nothing_is_not_believed()
    {
        foreach (var impostor in (string[])["/bin/true", "/bin/false", "/bin/echo"])
        {
            var launcher = Launch.With(Launch.Options with { BubblewrapPath = impostor }, TimeProvider.System);
            Assert.False((await launcher.ProbeAsync(TestContext.Current.CancellationToken)).IsReady, impostor);
        }
    }

    [Fact]
    public async Task Without_any_tier_asked_for_by_name_a_worker_runs_as_a_plain_child()
    {
        var room = new TestRoom();
        var launcher = Launch.With(Launch.Options with { Tier = SandboxTier.None }, TimeProvider.System);
        await using var worker = launcher.Supervise(Launch.Spec("Snoop"), room);
        await room.ReachAsync<WorkerRunning>();

        Assert.StartsWith("tier 0: none", launcher.Isolation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "bwrap: Creating new namespace failed: Operation not permitted", SandboxProblem.NamespacesRefused)]
    [InlineData(1, "bwrap: setting up uid map: Permission denied", SandboxProblem.NamespacesRefused)]
    [InlineData(1, "bwrap: No permissions to create new namespace, likely because the kernel does not allow it", SandboxProblem.NamespacesRefused)]
    [InlineData(1, "bwrap: Can't mount proc on /newroot/proc: Operation not permitted", SandboxProblem.ProcMasked)]
    [InlineData(1, "bwrap: Unknown option --disable-userns", SandboxProblem.BubblewrapTooOld)]
    [InlineData(1, "bwrap: Can't find source path /x: No such file or directory", SandboxProblem.Other)]
    [InlineData(2, "/etc/passwd is visible\nthe network is reachable", SandboxProblem.Leaky)]
    [InlineData(137, "", SandboxProblem.Other)]
    public void A_failed_probe_is_put_into_words(int exitCode, string error, SandboxProblem problem)
    {
        var readiness = ProbeVerdict.Of(new(exitCode, error.StartsWith('/') ? "looked" : "", error + "\n"));

        Assert.Equal(problem, readiness.Problem);
        Assert.NotEmpty(readiness.Message);
    }
}
