using System.Text.Json;
using PluginRoom.Protocol.Worker;

namespace PluginRoom.Host.Workers.Frames;

/// <summary>
/// A worker's calls, answered one at a time in their order. One that can be answered at once is, on the thread that read it; while
/// one waits, those behind it wait too, up to a limit.
/// </summary>
internal sealed class CallQueue(
    IWorkerOwner owner, CallQueue.FrameSender send, int maxWaiting, Action<Exception> failed) : IAsyncDisposable
{
    internal delegate void FrameSender(WorkerFrameType type, uint id, ReadOnlySpan<byte> prefix, ReadOnlySpan<byte> payload);

    // By far the most frequent reply.
    private static readonly byte[] Done = JsonSerializer.SerializeToUtf8Bytes(new CallDone(), WorkerJson.Default.CallReply);
    private readonly Lock _gate = new();
    private readonly Queue<WorkerRequest> _waiting = [];
    private readonly CancellationTokenSource _ended = new();
    private Task _answering = Task.CompletedTask;
    private bool _busy;

    internal void Add(WorkerRequest request)
    {
        lock (_gate)
        {
            if (_ended.IsCancellationRequested)
                return;
            if (_busy)
            {
                if (_waiting.Count < maxWaiting)
                    _waiting.Enqueue(request);
                else
                    Reply(request.Id, TooMany(request));
                return;
            }

            _busy = true;
        }

        _answering = AnswerAllAsync(request);
    }

    /// <summary>Completes when no call is being answered any more and none will be. Called by the thread that adds.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (_gate)
            _waiting.Clear();
        await _ended.CancelAsync().ConfigureAwait(false);
        await _answering.ConfigureAwait(false);
        _ended.Dispose();
    }

    private async Task AnswerAllAsync(WorkerRequest request)
    {
        for (var next = request; next is not null; next = Next())
        {
            try
            {
                var reply = await next.AskAsync(owner, _ended.Token).ConfigureAwait(false);
                Reply(next.Id, reply.Value);
            }
            catch (OperationCanceledException) when (_ended.IsCancellationRequested)
            {
                // The process that asked is gone.
            }
            catch (Exception failure)
            {
                failed(failure);
                Reply(next.Id, new CallFailed("host.error", "The host could not answer this call; its log says why."));
            }
        }
    }

    private WorkerRequest? Next()
    {
        lock (_gate)
        {
            _busy = _waiting.TryDequeue(out var next);
            return next;
        }
    }

    private void Reply(uint id, CallReply reply) => send(
        WorkerFrameType.Reply, id, [], reply is CallDone ? Done : JsonSerializer.SerializeToUtf8Bytes(reply, WorkerJson.Default.CallReply));

    private static CallRefused TooMany(WorkerRequest request) => new(
        request.Capability, "limit", "Too many calls at once. Await each call before the next.", null);
}
