using System.Security.Cryptography;
using System.Text.Json;
using PluginRoom.Host.Memory;
using PluginRoom.Protocol.Worker;

namespace PluginRoom.Host.Workers.Frames;

/// <summary>
/// A worker's calls, answered one at a time in their order. One that can be answered at once is, on the thread that read it; while
/// one waits, those behind it wait too, up to a limit. Those that wait for somebody outside of this host are answered beside.
/// </summary>
internal sealed class CallQueue(
    IWorkerOwner owner, CallQueue.FrameSender send, int maxWaiting, Action<Exception> failed) : IAsyncDisposable
{
    internal delegate void FrameSender(WorkerFrameType type, uint id, ReadOnlySpan<byte> prefix, ReadOnlySpan<byte> payload);

    // By far the most frequent reply.
    private static readonly byte[] Done = JsonSerializer.SerializeToUtf8Bytes(new CallDone(), WorkerJson.Default.CallReply);
    private const int MaxBeside = 16;
    private readonly Lock _gate = new();
    private readonly HashSet<Task> _beside = [];
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
            if (request.TakesItsTime)
            {
                AnswerBeside(request);
                return;
            }

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
        {
            foreach (var request in _waiting)
                request.Wipe();
            _waiting.Clear();
        }

        await _ended.CancelAsync().ConfigureAwait(false);
        await _answering.ConfigureAwait(false);
        Task[] beside;
        lock (_gate)
            beside = [.. _beside];
        await Task.WhenAll(beside).ConfigureAwait(false);
        _ended.Dispose();
    }

    private async Task AnswerAllAsync(WorkerRequest request)
    {
        for (var next = request; next is not null; next = Next())
            await AnswerAsync(next).ConfigureAwait(false);
    }

    private async Task AnswerAsync(WorkerRequest request)
    {
        try
        {
            var reply = await request.AskAsync(owner, _ended.Token).ConfigureAwait(false);
            Reply(request.Id, reply.Value);
        }
        catch (OperationCanceledException) when (_ended.IsCancellationRequested)
        {
            // The process that asked is gone.
        }
        catch (Exception failure)
        {
            failed(failure);
            Reply(request.Id, new CallFailed("host.error", "The host could not answer this call; its log says why."));
        }
        finally
        {
            if (!request.IsTakenOver)
                request.Wipe();
        }
    }

    // Under the lock. On the pool, so that the thread that reads goes on reading.
    private void AnswerBeside(WorkerRequest request)
    {
        if (_beside.Count >= MaxBeside)
        {
            Reply(request.Id, TooMany(request));
            return;
        }

        var answering = Task.Run(() => AnswerAsync(request));
        _beside.Add(answering);
        answering.ContinueWith(Forget, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
    }

    private void Forget(Task answered)
    {
        lock (_gate)
            _beside.Remove(answered);
    }

    private WorkerRequest? Next()
    {
        lock (_gate)
        {
            _busy = _waiting.TryDequeue(out var next);
            return next;
        }
    }

    private void Reply(uint id, CallReply reply)
    {
        if (reply is CallDone)
        {
            send(WorkerFrameType.Reply, id, [], Done);
            return;
        }

        using var text = new WipedWriter();
        WorkerText.Write(text, reply);
        send(WorkerFrameType.Reply, id, [], text.Written);
        if (reply is StoredValue { Value: { } value })
            CryptographicOperations.ZeroMemory(value);
        if (reply is FetchPart part)
            CryptographicOperations.ZeroMemory(part.Bytes);
    }

    private static CallRefused TooMany(WorkerRequest request) => new(
        request.Capability, "limit", "Too many calls at once. Await each call before the next.", null);
}
