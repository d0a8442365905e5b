using PluginRoom.Host.Broker;
using PluginRoom.Protocol.Worker;

namespace PluginRoom.Host.Workers;

/// <summary>One plugin's server side in one room, kept running: when its process ends, the next one starts after a back-off.</summary>
public sealed class SupervisedWorker : IAsyncDisposable
{
    internal SupervisedWorker(WorkerSpec spec, IWorkerOwner owner, WorkerOptions options, TimeProvider time, ILogger log)
    {
    }

    public WorkerState State { get; } = new WorkerStarting();

    /// <summary>Throws for a flow that the broker did not make.</summary>
    public WorkerDelivery SendEvent(in AuthorizedFlow flow, WorkerEvent message) => throw new InvalidOperationException();

    /// <inheritdoc cref="SendEvent"/>
    public WorkerDelivery SendUiInput(in AuthorizedFlow flow, string pseudonym, ReadOnlySpan<byte> data) => throw new InvalidOperationException();

    /// <summary>Ends the process, if there is one, and starts a fresh one without back-off. Completes when the old one is gone.</summary>
    public Task RestartAsync(string reason) => throw new InvalidOperationException();

    /// <summary>Asks the plugin to stop, then kills it. Completes when no process of it is left.</summary>
    public ValueTask DisposeAsync() => throw new InvalidOperationException();
}
