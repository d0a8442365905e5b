using PluginRoom.Host.Vocabulary;
using PluginRoom.Host.Workers.Sandbox.Probing;
using PluginRoom.Host.Workers.Sandbox.Spawning;
using PluginRoom.Protocol.Worker;

namespace PluginRoom.Host.Workers.Sandbox;

/// <summary>
/// In which tier this machine confines workers: the strongest that holds, and none below the operator's floor. Where none holds, no
/// worker starts.
/// </summary>
internal sealed class WorkerSandbox(WorkerOptions options, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly TierProbe _probe = new(options, time);
    private readonly Dictionary<SandboxTier, Task<TierFinding>> _findings = [];
    private Task<SandboxReadiness>? _attempt;
    private Task<TierFinding[]>? _survey;
    private TierStarter? _surveyedWith;
    private SandboxReadiness _refusal = SandboxReadiness.Ready;
    private TierStarter? _starter;
    private IReadOnlyList<string>? _scriptLibraries;

    /// <summary>Set after a probe that found nothing wrong.</summary>
    internal TierStarter? Starter => Volatile.Read(ref _starter);

    /// <summary>A probe has come to its end, whatever it found.</summary>
    internal bool HasChosen
    {
        get
        {
            lock (_gate)
                return Starter is not null || _attempt is { IsCompleted: true };
        }
    }

    /// <summary>Starts a worker that looks for holes inside the real sandbox. Success is remembered; after a failure the next call tries again.</summary>
    internal Task<SandboxReadiness> ProbeAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_attempt is null || (_attempt.IsCompleted && Starter is null))
                _attempt = Task.Run(ChooseAsync, CancellationToken.None);
            return _attempt.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Tries the tiers that were not needed as well; once, and once more when workers have become possible.</summary>
    internal async Task<SandboxSurvey> SurveyAsync(CancellationToken cancellationToken)
    {
        Task<TierFinding[]> all;
        lock (_gate)
        {
            if (_survey is null || (_survey.IsCompleted && _surveyedWith != Starter))
                (_survey, _surveyedWith) = (Task.Run(TryAllAsync, CancellationToken.None), Starter);
            all = _survey;
        }

        var findings = await all.WaitAsync(cancellationToken).ConfigureAwait(false);
        var starter = Starter;
        lock (_gate)
            _surveyedWith = _survey == all ? starter : _surveyedWith;
        var failed = findings.FirstOrDefault(static finding => finding.Starter is null);
        var better = failed is null || starter?.Tier == SandboxTier.Namespaces ? null : $"Tier {(int)failed.Tier} would be stronger: {failed.Readiness.Advice}";
        return new(starter?.Tier, options.Floor, starter is null ? _refusal.Advice : better, findings);
    }

    /// <exception cref="IOException">What this runtime needs is not installed.</exception>
    internal async Task<ChildProcess> StartAsync(WorkerSpec spec)
    {
        if (Starter is not { } starter)
            throw new InvalidOperationException("No worker starts before the sandbox has been probed.");
        var start = new WorkerStart(WorkerLaunch.Run, spec.Runtime, spec.PluginDirectory, spec.Limits);
        if (spec.Runtime == ServerRuntime.Javascript)
            start = start with { MoreLibraries = await ScriptLibrariesAsync().ConfigureAwait(false) };
        return await starter.StartAsync(start).ConfigureAwait(false);
    }

    // Found when first needed: it may have been installed after the host had started.
    private async Task<IReadOnlyList<string>> ScriptLibrariesAsync()
    {
        if (RuntimeReadiness.FindJavaScriptLibrary() is not { } library)
            throw new FileNotFoundException($"It {RuntimeReadiness.Missing(ServerRuntime.Javascript)}");
        return _scriptLibraries ??= await RuntimeFiles.ClosureOfAsync(library, time).ConfigureAwait(false);
    }

    private async Task<SandboxReadiness> ChooseAsync()
    {
        var failed = new List<TierFinding>();
        foreach (var tier in options.Tier is { } only ? [only] : SandboxTiers.DownTo(options.Floor))
        {
            var finding = await FindAsync(tier).ConfigureAwait(false);
            if (finding.Starter is { } starter)
            {
                Volatile.Write(ref _starter, starter);
                return SandboxReadiness.Ready;
            }

            failed.Add(finding);
        }

        return _refusal = SandboxTiers.Refusal(failed, options.Tier is null ? options.Floor : null);
    }

    // The ones that the choice has tried are not tried a second time.
    private async Task<TierFinding[]> TryAllAsync()
    {
        _ = await ProbeAsync(CancellationToken.None).ConfigureAwait(false);
        var findings = new List<TierFinding>();
        foreach (var tier in SandboxTiers.DownTo(SandboxTier.Landlock))
        {
            Task<TierFinding>? known;
            lock (_findings)
                known = _findings.GetValueOrDefault(tier);
            findings.Add(await (known ?? FindAsync(tier)).ConfigureAwait(false));
        }

        return [.. findings];
    }

    /// <summary>What held once is not tried again.</summary>
    private Task<TierFinding> FindAsync(SandboxTier tier)
    {
        lock (_findings)
        {
            if (_findings.TryGetValue(tier, out var known) && !(known.IsCompleted && known.Result.Starter is null))
                return known;
            return _findings[tier] = Task.Run(() => _probe.TryAsync(tier));
        }
    }
}
