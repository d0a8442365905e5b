using System.ComponentModel;
using PluginRoom.Host.Vocabulary;
using PluginRoom.Host.Workers.Sandbox.Namespaces;
using PluginRoom.Host.Workers.Sandbox.Seccomp;
using PluginRoom.Host.Workers.Sandbox.Spawning;
using PluginRoom.Protocol.Worker;

namespace PluginRoom.Host.Workers.Sandbox;

/// <summary>
/// Whether and how this machine confines workers. Where the probe fails, no worker starts.
/// </summary>
internal sealed class WorkerSandbox(WorkerOptions options, TimeProvider time)
{
    private static readonly TimeSpan ProbeDeadline = TimeSpan.FromSeconds(20);
    private readonly Lock _gate = new();
    private Task<SandboxReadiness>? _attempt;
    private TierStarter? _starter;

    /// <summary>Set after a probe that found nothing wrong.</summary>
    internal TierStarter? Starter => Volatile.Read(ref _starter);

    /// <summary>Starts a worker that looks for holes inside the real sandbox. Success is remembered; after a failure the next call tries again.</summary>
    internal Task<SandboxReadiness> ProbeAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_attempt is null || (_attempt.IsCompleted && Starter is null))
                _attempt = Task.Run(AttemptAsync, CancellationToken.None);
            return _attempt.WaitAsync(cancellationToken);
        }
    }

    internal Task<ChildProcess> StartAsync(WorkerSpec spec) => Starter is { } starter
        ? starter.StartAsync(new(WorkerLaunch.Run, spec.Runtime, spec.PluginDirectory, spec.Limits))
        : throw new InvalidOperationException("No worker starts before the sandbox has been probed.");

    private async Task<SandboxReadiness> AttemptAsync()
    {
        try
        {
            return await TryAsync().ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is Win32Exception or IOException or UnauthorizedAccessException or EntryPointNotFoundException)
        {
            return new(SandboxProblem.Other, $"The sandbox for plugins could not be tried: {failure.Message}");
        }
    }

    private async Task<SandboxReadiness> TryAsync()
    {
        if (!OperatingSystem.IsLinux())
            return new(SandboxProblem.NotLinux, "Plugins run on Linux only: nothing else offers the namespaces that confine them.");
        if (options.Tier is null or SandboxTier.Namespaces && !File.Exists(options.BubblewrapPath))
            return new(SandboxProblem.BubblewrapMissing, $"{options.BubblewrapPath} is missing. Install it: apt install bubblewrap");
        if (!File.Exists(options.WorkerPath))
        {
            return new(
                SandboxProblem.WorkerMissing,
                $"{options.WorkerPath} is missing. Build it (dotnet build src/Worker), or name it in the environment variable PLUGINROOM_WORKER.");
        }

        var runtime = await RuntimeFiles.FindAsync(time).ConfigureAwait(false);
        if (!File.Exists(runtime.Dotnet))
            return new(SandboxProblem.RuntimeNotFound, $"{runtime.Dotnet} is missing. Run the host with an installed .NET 10 runtime.");
        var starter = StarterFor(runtime, Path.GetFullPath(options.WorkerPath));
        var verdict = starter.Tier == SandboxTier.None ? SandboxReadiness.Ready : await LookAroundAsync(starter).ConfigureAwait(false);
        if (verdict.IsReady)
            Volatile.Write(ref _starter, starter);
        return verdict;
    }

    private TierStarter StarterFor(RuntimeFiles runtime, string workerPath) => options.Tier == SandboxTier.None
        ? new PlainStarter(runtime, workerPath)
        : options.Tier == SandboxTier.Landlock ? new Landlock.LandlockStarter(runtime, workerPath, Landlock.LandlockRules.Version, SeccompFilters.Build())
        : new BubblewrapStarter(options.BubblewrapPath, new(runtime, workerPath), SeccompFilters.Build());

    private async Task<SandboxReadiness> LookAroundAsync(TierStarter starter)
    {
        var empty = Directory.CreateTempSubdirectory("pluginroom-probe-");
        try
        {
            var child = await starter.StartAsync(new(WorkerLaunch.Probe, ServerRuntime.Dotnet, empty.FullName, new())).ConfigureAwait(false);
            return ProbeVerdict.Of(await ChildOutput.OfAsync(child, time, ProbeDeadline).ConfigureAwait(false));
        }
        finally
        {
            empty.Delete();
        }
    }
}
