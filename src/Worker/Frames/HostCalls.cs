using System.Text;
using System.Text.Json;
using PluginRoom.Protocol.Worker;
using PluginRoom.Sdk;

namespace PluginRoom.Worker.Frames;

/// <summary>Calls that wait for the host's reply, by frame id.</summary>
internal sealed class HostCalls(FrameOutput output)
{
    internal const int MaxPseudonym = byte.MaxValue;
    private readonly Dictionary<uint, Waiting> _waiting = [];
    private uint _lastId;

    /// <summary>Tells the host and does not wait: the refusal was thrown here already.</summary>
    internal void Report(WorkerCall call) => output.Write(WorkerFrameType.Call, 0, call, WorkerJson.Default.WorkerCall);

    internal Task<CallReply> AskAsync(WorkerCall call, CancellationToken cancellationToken)
    {
        var waiting = Begin(cancellationToken);
        output.Write(WorkerFrameType.Call, waiting.Id, call, WorkerJson.Default.WorkerCall);
        return waiting.Task;
    }

    internal Task<CallReply> ShowAsync(string? to, ReadOnlySpan<byte> data, CancellationToken cancellationToken)
    {
        Span<byte> addressee = stackalloc byte[MaxPseudonym + 1];
        if (!TryWriteAddressee(to, ref addressee))
            return Task.FromException<CallReply>(new RoomCallException("participant.unknown", "That is no id of a participant."));
        var waiting = Begin(cancellationToken);
        output.Write(WorkerFrameType.UiOutput, waiting.Id, addressee, data);
        return waiting.Task;
    }

    /// <summary>The head of a <see cref="WorkerFrameType.UiOutput"/>, cut to its length. False: no pseudonym is that long.</summary>
    internal static bool TryWriteAddressee(string? to, ref Span<byte> head)
    {
        if (!Encoding.UTF8.TryGetBytes(to, head[1..], out var length))
            return false;
        head[0] = (byte)length;
        head = head[..(length + 1)];
        return true;
    }

    internal void Complete(uint id, ReadOnlySpan<byte> payload)
    {
        Waiting? waiting;
        lock (_waiting)
        {
            if (!_waiting.Remove(id, out waiting))
                return;
        }

        var reply = JsonSerializer.Deserialize(payload, WorkerJson.Default.CallReply);
        switch (reply)
        {
            case CallRefused refused:
                waiting.Fail(new CapabilityDeniedException(refused.Capability, refused.Code, refused.Message, refused.ManifestLine));
                break;
            case CallFailed failed:
                waiting.Fail(new RoomCallException(failed.Code, failed.Message));
                break;
            default:
                waiting.Succeed(reply!);
                break;
        }
    }

    private Waiting Begin(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var waiting = new Waiting();
        lock (_waiting)
        {
            // 0 is for frames that nobody waits for.
            do
                _lastId++;
            while (_lastId == 0 || !_waiting.TryAdd(_lastId, waiting));
            waiting.Id = _lastId;
        }

        if (cancellationToken.CanBeCanceled)
            waiting.StopOn(cancellationToken);
        return waiting;
    }

    /// <summary>Continuations run on the pool, so that a plugin never runs on the thread that reads.</summary>
    private sealed class Waiting() : TaskCompletionSource<CallReply>(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        private CancellationTokenRegistration _registration;

        internal uint Id { get; set; }

        internal void StopOn(CancellationToken cancellationToken) => _registration = cancellationToken.UnsafeRegister(
            static (waiting, token) => ((Waiting)waiting!).TrySetCanceled(token), this);

        internal void Succeed(CallReply reply)
        {
            TrySetResult(reply);
            _registration.Dispose();
        }

        internal void Fail(Exception reason)
        {
            TrySetException(reason);
            _registration.Dispose();
        }
    }
}
