using PluginRoom.Host.Workers.Sandbox;

namespace PluginRoom.Host.Workers;

/// <summary>Starts workers, and only inside the sandbox: where this machine cannot confine them, none starts. One per host.</summary>
public sealed partial class WorkerLauncher(WorkerOptions options, TimeProvider time, ILogger<WorkerLauncher> log)
{
    /// <summary>How a worker is confined, in the words that the page shows.</summary>
    public static string Isolation => "bubblewrap: own namespaces, no network, no files but its own";

    /// <summary>Tried once, by starting a worker that looks around inside the real sandbox.</summary>
    public Task<SandboxReadiness> ProbeAsync(CancellationToken cancellationToken) => throw new InvalidOperationException();

    /// <summary>Keeps one worker running until the result is disposed. Returns at once; the owner is told each state.</summary>
    public SupervisedWorker Supervise(WorkerSpec spec, IWorkerOwner owner) => new(spec, owner, options, time, log);
}
