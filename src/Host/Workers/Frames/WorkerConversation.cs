using System.Text.Json;
using PluginRoom.Host.Workers.Limits;
using PluginRoom.Protocol.Worker;

namespace PluginRoom.Host.Workers.Frames;

/// <summary>
/// What one worker says, frame by frame, and what each frame may mean at that moment. Whatever is out of place ends the worker:
/// the process at the other end runs somebody else's code, and nothing that it says is believed to be a slip.
/// </summary>
internal sealed partial class WorkerConversation : IAsyncDisposable
{
    private readonly IWorkerOwner _owner;
    private readonly WorkerOptions _options;
    private readonly WorkerLimits _limits;
    private readonly PauseClock _pauses;
    private readonly TimeProvider _time;
    private readonly WorkerOutbox _outbox;
    private readonly Action<WorkerExitKind, string> _end;
    private readonly CallQueue _calls;
    private readonly LogAllowance _allowance;
    private readonly ITimer _readyDeadline;
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private WorkerPulse? _pulse;
    private volatile bool _stopping;
    private TimeSpan _forgiven;

    /// <param name="end">Called by any thread, also more than once; the first call counts.</param>
    internal WorkerConversation(
        IWorkerOwner owner,
        WorkerOutbox outbox,
        WorkerOptions options,
        WorkerLimits limits,
        PauseClock pauses,
        TimeProvider time,
        Action<WorkerExitKind, string> end,
        ILogger log)
    {
        (_owner, _outbox, _options, _limits, _pauses, _time, _end) = (owner, outbox, options, limits, pauses, time, end);
        _calls = new(owner, Send, options.MaxWaitingCalls, failure => LogOwnerFailed(log, failure));
        _allowance = new(time);
        _readyDeadline = time.CreateTimer(
            static talk => ((WorkerConversation)talk!).MissReady(), this, StartLimit, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The plugin's start method has returned. Never completes when it does not get there.</summary>
    internal Task Ready => _ready.Task;

    private TimeSpan StartLimit => TimeSpan.FromSeconds(_limits.StartSeconds);

    internal void Initialize(Initialize start) =>
        Send(WorkerFrameType.Initialize, 0, [], JsonSerializer.SerializeToUtf8Bytes(start, WorkerJson.Default.Initialize));

    /// <summary>From here on the worker may say that it has stopped.</summary>
    internal void Stop(TimeSpan deadline)
    {
        _stopping = true;
        Send(WorkerFrameType.Shutdown, 0, [], JsonSerializer.SerializeToUtf8Bytes(new((int)deadline.TotalMilliseconds), WorkerJson.Default.Shutdown));
    }

    internal void Send(WorkerFrameType type, uint id, ReadOnlySpan<byte> prefix, ReadOnlySpan<byte> payload)
    {
        if (!_outbox.TryWrite(type, id, prefix, payload))
            _end(WorkerExitKind.DoesNotRead, $"it did not read what it was sent; more than {_options.MaxBacklogBytes} bytes waited");
        else if (type is WorkerFrameType.Event or WorkerFrameType.UiInput)
            Volatile.Read(ref _pulse)?.Delivered();
    }

    /// <exception cref="InvalidDataException">The frame is malformed or out of place.</exception>
    internal void Handle(in FrameHeader header, ReadOnlySpan<byte> payload)
    {
        switch (header.Type)
        {
            case WorkerFrameType.UiOutput or WorkerFrameType.Call:
                _calls.Add(WorkerRequest.Parse(header, payload));
                break;
            case WorkerFrameType.Pong when HandlerAge.TryRead(payload, out var age):
                if (_pulse?.Answered(header.Id, age) != true)
                    throw new InvalidDataException("it answered a ping that was not sent");
                break;
            case WorkerFrameType.Ready:
                WorkerReports.ParseReady(payload);
                BecomeReady();
                break;
            case WorkerFrameType.Log:
                if (_allowance.Take())
                    _owner.Logged(WorkerReports.ParseLog(payload));
                break;
            case WorkerFrameType.Fault:
                Fault(WorkerReports.ParseFault(payload));
                break;
            case WorkerFrameType.Stopped when _stopping && payload.IsEmpty:
                break;
            default:
                throw new InvalidDataException($"it sent a frame of type {(byte)header.Type} out of place");
        }
    }

    /// <summary>Completes when no call of the worker is being answered any more. Called by the thread that handles frames.</summary>
    public async ValueTask DisposeAsync()
    {
        await _readyDeadline.DisposeAsync().ConfigureAwait(false);
        _pulse?.Dispose();
        await _calls.DisposeAsync().ConfigureAwait(false);
    }

    private void BecomeReady()
    {
        if (_ready.Task.IsCompleted)
            throw new InvalidDataException("it became ready twice");
        _readyDeadline.Dispose();
        _pulse = new(
            _options, TimeSpan.FromSeconds(_limits.HandlerSeconds), _pauses, _time, id => Send(WorkerFrameType.Ping, id, [], []), _end);
        // What was sent before is being handled from now on.
        _pulse.Delivered();
        _ready.TrySetResult();
    }

    private void Fault(WorkerFault fault)
    {
        if (_ready.Task.IsCompleted)
            _owner.Faulted(fault);
        else
            _end(WorkerExitKind.StartFailed, fault.Message);
    }

    private void MissReady()
    {
        var paused = _pauses.Total - _forgiven;
        _forgiven += paused;
        if (paused > TimeSpan.Zero)
            _readyDeadline.Change(paused, Timeout.InfiniteTimeSpan);
        else
            _end(WorkerExitKind.NotReady, LimitWords.StartTime(StartLimit));
    }

    [LoggerMessage(2105, LogLevel.Error, "A worker's call could not be answered", EventName = "WorkerCallFault")]
    private static partial void LogOwnerFailed(ILogger log, Exception failure);
}
