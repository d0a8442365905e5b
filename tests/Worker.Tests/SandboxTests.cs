using PluginRoom.Host.Vocabulary;
using PluginRoom.Host.Workers.Sandbox;
using PluginRoom.Host.Workers.Sandbox.Probing;
using PluginRoom.Host.Workers.Sandbox.Spawning;
using PluginRoom.Protocol.Worker;
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
            var launcher = Launch.With(Launch.Options with { BubblewrapPath = impostor, Tier = SandboxTier.Namespaces }, TimeProvider.System);
            Assert.False((await launcher.ProbeAsync(TestContext.Current.CancellationToken)).IsReady, impostor);
        }
    }

    [Fact]
    public async Task The_look_around_finds_the_holes_of_a_process_that_is_not_confined()
    {
        var files = await RuntimeFiles.FindAsync(TimeProvider.System);
        var start = new WorkerStart(WorkerLaunch.Probe, ServerRuntime.Dotnet, Launch.Built("test-plugins/Echo"), Launch.Generous);
        ChildOutput seen;
        using (new CanaryDescriptor())
        {
            var child = await new PlainStarter(files, Launch.Options.WorkerPath).StartAsync(start);
            seen = await ChildOutput.OfAsync(child, TimeProvider.System, TimeSpan.FromSeconds(30));
        }

        Assert.Equal(SandboxProblem.Leaky, ProbeVerdict.Of(seen).Problem);
        Assert.All(
            (string[])[
                "/etc/passwd can be read", "/etc can be listed", "/proc/net/tcp can be read", "/proc/self/oom_score_adj can be written",
                "the program's folders can be written", "the environment is inherited (PATH)", "descriptor 5", "the process list is shared",
                "the filter of system calls is off", "an Internet socket", "a Unix socket", "io_uring", "a file in memory", "being traced",
                "/etc/passwd can be read by a finalizer"],
            hole => Assert.Contains(hole, seen.Error, StringComparison.Ordinal));
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
