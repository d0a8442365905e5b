using System.ComponentModel;
using System.Runtime.InteropServices;
using PluginRoom.Host.Vocabulary;
using PluginRoom.Host.Workers.Sandbox.Landlock;
using PluginRoom.Host.Workers.Sandbox.Namespaces;
using PluginRoom.Host.Workers.Sandbox.Seccomp;
using PluginRoom.Host.Workers.Sandbox.Spawning;
using PluginRoom.Protocol.Worker;

namespace PluginRoom.Host.Workers.Sandbox.Probing;

/// <summary>
/// Tries a tier: is there what it needs, and does a worker that looks for holes, started by the real command line, find none?
/// </summary>
internal sealed class TierProbe(WorkerOptions options, TimeProvider time)
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(20);
    private readonly string _workerPath = Path.GetFullPath(options.WorkerPath);
    private SeccompFilters? _filters;
    private RuntimeFiles? _files;

    internal async Task<TierFinding> TryAsync(SandboxTier tier)
    {
        var (readiness, starter) = await AttemptAsync(tier).ConfigureAwait(false);
        return new(tier, readiness, readiness.IsReady ? starter : null);
    }

    private async Task<(SandboxReadiness Readiness, TierStarter? Starter)> AttemptAsync(SandboxTier tier)
    {
        try
        {
            if ((Lacks() ?? Lacks(tier)) is { } lacking)
                return (lacking, null);
            _files ??= await RuntimeFiles.FindAsync(time).ConfigureAwait(false);
            if (!File.Exists(_files.Dotnet))
            {
                return (new(
                    SandboxProblem.RuntimeNotFound,
                    "The .NET runtime was not found. Run the host with an installed .NET 10 runtime.",
                    $"{_files.Dotnet} is missing"), null);
            }

            var starter = StarterFor(tier, _files);
            // Nothing is promised there, so nothing can leak.
            return (tier == SandboxTier.None ? SandboxReadiness.Ready : await LookAroundAsync(starter).ConfigureAwait(false), starter);
        }
        catch (SeccompException tooOld)
        {
            return (new(SandboxProblem.SeccompMissing, tooOld.Message), null);
        }
        catch (Exception failure) when (failure is Win32Exception or IOException or UnauthorizedAccessException
            or EntryPointNotFoundException or PlatformNotSupportedException)
        {
            return (new(SandboxProblem.Other, "It could not be tried; the host's log says why.", failure.Message), null);
        }
    }

    private SandboxReadiness? Lacks()
    {
        if (!OperatingSystem.IsLinux())
            return new(SandboxProblem.NotLinux, "Plugins run on Linux only: nothing else offers what confines them.");
        return File.Exists(_workerPath)
            ? null
            : new(
                SandboxProblem.WorkerMissing,
                "PluginRoom.Worker.dll is missing. Build it (dotnet build src/Worker), or name it in the environment variable PLUGINROOM_WORKER.",
                _workerPath);
    }

    private SandboxReadiness? Lacks(SandboxTier tier)
    {
        if (tier == SandboxTier.Namespaces && !File.Exists(options.BubblewrapPath))
            return new(SandboxProblem.BubblewrapMissing, "bubblewrap is missing. Install it: apt install bubblewrap", options.BubblewrapPath);
        if (tier == SandboxTier.Landlock && LandlockRules.Version == 0)
        {
            return new(
                SandboxProblem.LandlockMissing,
                "The kernel offers no Landlock. Linux 5.13 or later has it; switch it on by the boot parameter lsm=landlock,... or, in a "
                + "container, allow its three system calls in the seccomp profile.");
        }

        return tier == SandboxTier.None || NativeLibrary.TryLoad(options.SeccompLibrary, out _)
            ? null
            : new(SandboxProblem.SeccompMissing, "libseccomp is missing. Install it: apt install libseccomp2", options.SeccompLibrary);
    }

    private TierStarter StarterFor(SandboxTier tier, RuntimeFiles files) => tier switch
    {
        SandboxTier.Namespaces => new BubblewrapStarter(options.BubblewrapPath, new(files, _workerPath), _filters ??= SeccompFilters.Build()),
        SandboxTier.Landlock => new LandlockStarter(files, _workerPath, LandlockRules.Version, _filters ??= SeccompFilters.Build()),
        _ => new PlainStarter(files, _workerPath),
    };

    private async Task<SandboxReadiness> LookAroundAsync(TierStarter starter)
    {
        var empty = Directory.CreateTempSubdirectory("pluginroom-probe-");
        try
        {
            using var canary = new CanaryDescriptor();
            var child = await starter.StartAsync(new(WorkerLaunch.Probe, ServerRuntime.Dotnet, empty.FullName, new())).ConfigureAwait(false);
            return ProbeVerdict.Of(await ChildOutput.OfAsync(child, time, Deadline).ConfigureAwait(false));
        }
        finally
        {
            empty.Delete();
        }
    }
}
