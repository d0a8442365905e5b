using PluginRoom.Host.Workers.Limits;
using PluginRoom.Host.Workers.Sandbox;
using PluginRoom.Host.Workers.Sandbox.Probing;

namespace PluginRoom.Host.Workers;

/// <summary>Starts workers, and only inside the sandbox: where this machine cannot confine them, none starts. One per host.</summary>
public class WorkerLauncher
{
    private readonly WorkerSandbox _sandbox;
    private readonly WorkerOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly WorkerWatch _watch = new();

    public WorkerLauncher(WorkerOptions options, TimeProvider time, ILogger<WorkerLauncher> log)
        : this(new WorkerSandbox(options, time), options, time, log)
    {
    }

    /// <param name="sandbox">What this machine can do, where another launcher of this process has tried it already.</param>
    internal WorkerLauncher(WorkerSandbox sandbox, WorkerOptions options, TimeProvider time, ILogger<WorkerLauncher> log) =>
        (_sandbox, _options, _time, _log) = (sandbox, options, time, log);

    /// <summary>How a worker is confined, in the words that the page shows.</summary>
    public virtual string Isolation => _sandbox.Starter?.Isolation ?? "not started";

    /// <summary>Null: not known yet, because the sandbox is still being tried.</summary>
    internal bool? RunsWorkers => _sandbox.HasChosen ? _sandbox.Starter is not null : null;

    /// <summary>
    /// Starts a worker that looks for holes inside the real sandbox. Worth calling at host start; otherwise the first worker does.
    /// </summary>
    public Task<SandboxReadiness> ProbeAsync(CancellationToken cancellationToken) => _sandbox.ProbeAsync(cancellationToken);

    /// <summary>How this machine does in every tier. Tried once.</summary>
    internal Task<SandboxSurvey> SurveyAsync(CancellationToken cancellationToken) => _sandbox.SurveyAsync(cancellationToken);

    /// <summary>Keeps one worker running until the result is disposed. Returns at once; the owner is told each state.</summary>
    public SupervisedWorker Supervise(WorkerSpec spec, IWorkerOwner owner) => new(spec, owner, _sandbox, _watch, _options, _time, _log);

    /// <summary>The same as a room sees it.</summary>
    public virtual ISupervisedWorker SuperviseFor(WorkerSpec spec, IWorkerOwner owner) => Supervise(spec, owner);
}
