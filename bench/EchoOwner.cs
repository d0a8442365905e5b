using PluginRoom.Host.Workers;
using PluginRoom.Protocol.Worker;

namespace PluginRoom.Bench;

/// <summary>The room of a bench: everything that the plugin shows comes here.</summary>
/// <param name="limitReached">Null: neither a limit nor a fault is meant to be reached, and it is said so.</param>
internal sealed class EchoOwner(Action<ReadOnlyMemory<byte>> shown, Action<string>? limitReached = null) : IWorkerOwner
{
    internal TaskCompletionSource Running { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ValueTask<WorkerReply> AnswerAsync(WorkerCall call, CancellationToken cancellationToken) => new(WorkerReply.Done);

    public ValueTask<WorkerReply> ShowAsync(string? pseudonym, ReadOnlyMemory<byte> data, CancellationToken cancellationToken)
    {
        shown(data);
        return new(WorkerReply.Done);
    }

    public ValueTask StateChangedAsync(WorkerState state, CancellationToken cancellationToken)
    {
        if (state is WorkerRunning)
            Running.TrySetResult();
        else if (limitReached is null && state is WorkerRestarting or WorkerFailed)
            Running.TrySetException(new InvalidOperationException(state.ToString()));
        return default;
    }

    public void Logged(WorkerLog line)
    {
    }

    public void LimitReached(string words) => (limitReached ?? Console.Error.WriteLine)(words);

    public void Faulted(WorkerFault fault)
    {
        if (limitReached is null)
            Console.Error.WriteLine(fault);
    }
}
