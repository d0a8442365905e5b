using System.Threading.Channels;
using PluginRoom.Host.Workers;
using PluginRoom.Protocol.Worker;

namespace PluginRoom.Bench.Revocation;

/// <summary>Sees when each process of a worker is ready.</summary>
internal sealed class RestartOwner : IWorkerOwner
{
    private readonly Channel<WorkerState> _runs = Channel.CreateUnbounded<WorkerState>();

    internal ValueTask<WorkerState> NextRun() => _runs.Reader.ReadAsync();

    public ValueTask<WorkerReply> AnswerAsync(WorkerCall call, CancellationToken cancellationToken) => new(WorkerReply.Done);

    public ValueTask<WorkerReply> ShowAsync(string? pseudonym, ReadOnlyMemory<byte> data, CancellationToken cancellationToken) => new(WorkerReply.Done);

    public ValueTask StateChangedAsync(WorkerState state, CancellationToken cancellationToken)
    {
        if (state is WorkerRunning)
            _runs.Writer.TryWrite(state);
        return default;
    }

    public void Logged(WorkerLog line)
    {
    }

    public void LimitReached(string words) => Console.Error.WriteLine(words);

    public void Faulted(WorkerFault fault) => Console.Error.WriteLine(fault);
}
