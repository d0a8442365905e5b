using PluginRoom.Protocol.Worker;

namespace PluginRoom.Host.Workers;

/// <summary>
/// Whoever a worker runs for: the room, through the gate. Calls and UI output arrive one at a time, in the order in which the
/// worker sent them; the next waits until the task of the one before has completed.
/// </summary>
public interface IWorkerOwner
{
    ValueTask<WorkerReply> AnswerAsync(WorkerCall call, CancellationToken cancellationToken);

    /// <param name="pseudonym">The addressee; null: everyone with a frame of this plugin.</param>
    /// <param name="data">Overwritten when the task has completed.</param>
    ValueTask<WorkerReply> ShowAsync(string? pseudonym, ReadOnlyMemory<byte> data, CancellationToken cancellationToken);

    /// <summary>
    /// Awaited. On <see cref="WorkerStarting"/> no process of this worker exists and no call of an earlier one is still being
    /// answered, and none begins before the task has completed: clear the worker's label here.
    /// </summary>
    ValueTask StateChangedAsync(WorkerState state, CancellationToken cancellationToken);

    /// <summary>A line that the plugin logged or wrote to its console. At most 50 a second arrive.</summary>
    void Logged(WorkerLog line);

    /// <summary>
    /// The worker broke one of its limits and was ended or slowed down for it; a slow spell is told once. Any thread; must not wait.
    /// </summary>
    /// <param name="words">The host's own, for people.</param>
    void LimitReached(string words);

    /// <summary>A handler of the plugin threw; the plugin lives on.</summary>
    void Faulted(WorkerFault fault);
}
