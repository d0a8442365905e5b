using PluginRoom.Host.Broker;
using PluginRoom.Protocol.Worker;

namespace PluginRoom.Host.Workers;

/// <summary>
/// One plugin's server side in one room, as the room knows it. <see cref="SupervisedWorker"/> is the sandboxed process; the room's tests and
/// its bench put something hostile, or something that costs nothing, in its place.
/// </summary>
public interface ISupervisedWorker : IAsyncDisposable
{
    WorkerState State { get; }

    /// <summary>
    /// A process that is still starting gets it too, after its start method has returned. Throws for a flow that the broker did not make.
    /// </summary>
    WorkerDelivery SendEvent(in AuthorizedFlow flow, WorkerEvent message);

    /// <inheritdoc cref="SendEvent"/>
    WorkerDelivery SendUiInput(in AuthorizedFlow flow, string pseudonym, ReadOnlySpan<byte> data);

    /// <summary>Ends the process, if there is one, and starts a fresh one without back-off. Completes when the old one is gone.</summary>
    Task RestartAsync(string reason);

    /// <summary>
    /// The same, and the process is killed without its last words: somebody took back what it knows. Also where it is being stopped.
    /// </summary>
    Task ReplaceAsync(string reason);

    /// <summary>Ends it for good without its last words. Completes when no process of it is left.</summary>
    ValueTask EndAsync();
}
