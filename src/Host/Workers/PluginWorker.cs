using System.Text;
using PluginRoom.Host.Broker;
using PluginRoom.Host.Telemetry;
using PluginRoom.Host.Memory;
using PluginRoom.Host.Workers.Frames;
using PluginRoom.Host.Workers.Limits;
using PluginRoom.Host.Workers.Sandbox;
using PluginRoom.Host.Workers.Sandbox.Spawning;
using PluginRoom.Protocol.Worker;

namespace PluginRoom.Host.Workers;

/// <summary>One process: frames in and out, its deadlines, and why it ended.</summary>
internal sealed partial class PluginWorker : IAsyncDisposable
{
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(2);
    private readonly IWorkerOwner _owner;
    private readonly WorkerOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly ChildProcess _child;
    private readonly WorkerOutbox _outbox;
    private readonly WorkerConversation _talk;
    private readonly StderrTail _stderr;
    private readonly WorkerPace _pace;
    private readonly WorkerWatch _watch;
    private readonly WorkerGuard _guard;
    private readonly WorkerUse _use;
    private readonly TaskCompletionSource<WorkerExit> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private WorkerExit? _cause;

    private PluginWorker(
        ChildProcess child,
        bool isMonitor,
        WorkerLimits limits,
        WorkerUse use,
        IWorkerOwner owner,
        WorkerWatch watch,
        WorkerOptions options,
        TimeProvider time,
        ILogger log)
    {
        (_child, _use, _owner, _watch, _options, _time, _log) = (child, use, owner, watch, options, time, log);
        _pace = new(limits, options, words => owner.LimitReached($"It is slowed down: {words}."));
        _guard = new(child, isMonitor, limits, _pace.Pauses, _pace.Slowness, use, End, failure => LogWatchFailed(_log, failure));
        _outbox = new(child.Input, options.MaxBacklogBytes);
        _talk = new(owner, _outbox, options, limits, _pace.Pauses, time, End, log);
        _stderr = new(child.Error, _pace.ErrorRead);
    }

    /// <summary>The plugin's start method has returned. Never completes when it does not get there.</summary>
    internal Task Ready => _talk.Ready;

    /// <summary>No process is left, and no call of it is being answered any more.</summary>
    internal Task<WorkerExit> Completion => _completion.Task;

    internal int ProcessId => _child.Id;

    internal Slowness Slowness => _pace.Slowness;

    internal static async Task<PluginWorker> StartAsync(
        WorkerSpec spec,
        IWorkerOwner owner,
        WorkerSandbox sandbox,
        WorkerWatch watch,
        WorkerOptions options,
        TimeProvider time,
        ILogger log)
    {
        var child = await sandbox.StartAsync(spec).ConfigureAwait(false);
        var isMonitor = sandbox.Starter!.Tier == SandboxTier.Namespaces;
        var worker = new PluginWorker(child, isMonitor, spec.Limits, WorkerMeter.Began(spec.PluginId), owner, watch, options, time, log);
        worker.Begin(new(spec.PluginId, spec.Version, spec.Entry, spec.RoomAlias, spec.Capabilities, spec.Limits.HandlerSeconds * 1000));
        return worker;
    }

    internal void SendEvent(in AuthorizedFlow flow, WorkerEvent message)
    {
        _ = flow.Capability;
        using var text = new WipedWriter();
        WorkerText.Write(text, message);
        _talk.Send(WorkerFrameType.Event, 0, [], text.Written);
    }

    internal void SendUiInput(in AuthorizedFlow flow, string pseudonym, ReadOnlySpan<byte> data)
    {
        _ = flow.Capability;
        Span<byte> from = stackalloc byte[byte.MaxValue + 1];
        from[0] = (byte)Encoding.UTF8.GetBytes(pseudonym, from[1..]);
        _talk.Send(WorkerFrameType.UiInput, 0, from[..(from[0] + 1)], data);
    }

    /// <summary>Lets the plugin stop, kills it at the deadline, and completes when it is gone.</summary>
    internal async Task<WorkerExit> StopAsync()
    {
        Interlocked.CompareExchange(ref _cause, new(WorkerExitKind.Stopped, "The host stopped it."), null);
        _guard.LetStop();
        _talk.Stop(_options.StopDeadline);
        using var kill = _time.CreateTimer(
            static worker => ((PluginWorker)worker!).KillProcess(), this, _options.StopDeadline, Timeout.InfiniteTimeSpan);
        return await Completion.ConfigureAwait(false);
    }

    /// <summary>Ends it without its last words; <see cref="Completion"/> follows.</summary>
    internal void Kill()
    {
        Interlocked.CompareExchange(ref _cause, new(WorkerExitKind.Stopped, "The host ended it."), null);
        KillProcess();
    }

    public async ValueTask DisposeAsync() => await StopAsync().ConfigureAwait(false);

    private void Begin(Initialize start)
    {
        new Thread(_stderr.ReadToEnd, 128 * 1024) { Name = "worker stderr", IsBackground = true }.Start();
        new Thread(Read) { Name = "worker frames", IsBackground = true }.Start();
        _watch.Add(_guard);
        _talk.Initialize(start);
    }

    private void Read()
    {
        using (var stream = new DescriptorStream(_child.Output))
        {
            try
            {
                using var inbox = new WorkerInbox(stream.Read);
                while (inbox.TryRead(out var header, out var payload))
                {
                    if (header.Type == WorkerFrameType.Ready && !_guard.IsWatching)
                        End(WorkerExitKind.LimitBroken, LimitWords.Unwatched);
                    _talk.Handle(header, payload.Span);
                    _pace.FrameRead(FrameHeader.Size + payload.Length);
                }
            }
            catch (InvalidDataException broken)
            {
                End(WorkerExitKind.ProtocolBroken, $"it broke the protocol: {broken.Message}");
            }
            catch (Exception failure)
            {
                LogFrameFailed(_log, failure);
                End(WorkerExitKind.ProtocolBroken, "the host failed to handle a frame of it");
            }

            // What it still says is not heard.
            Span<byte> rest = stackalloc byte[1024];
            while (stream.Read(rest) > 0)
            {
            }
        }

        // A process closes its output an instant before it has ended, and on a busy machine not so soon; one that goes on without it is of no use.
        using (_time.CreateTimer(static worker => ((PluginWorker)worker!).Outstay(), this, Farewell, Timeout.InfiniteTimeSpan))
            _ = FinishAsync(_child.Wait());
    }

    private void Outstay() => End(WorkerExitKind.ProtocolBroken, "it broke the protocol: it closed its output and went on");

    /// <summary>The first reason stands.</summary>
    private void End(WorkerExitKind kind, string what)
    {
        // These two quote the plugin.
        var hostWords = kind is WorkerExitKind.StartFailed or WorkerExitKind.ProtocolBroken ? kind.Words() : what;
        var exit = new WorkerExit(kind, Because(what), Because(hostWords));
        var isFirst = Interlocked.CompareExchange(ref _cause, exit, null) is null;
        KillProcess();
        if (isFirst && kind is WorkerExitKind.LimitBroken or WorkerExitKind.HandlerTime or WorkerExitKind.NotReady or WorkerExitKind.DoesNotRead)
            _owner.LimitReached($"It was ended: {what}.");
    }

    private static string Because(string what) => $"The plugin's process was ended: {what}.";

    // Bubblewrap's inner process has left the group an instant before it is bound to the outer one's life. Should it outlive the
    // kill by that instant, the end of its input ends it.
    private void KillProcess()
    {
        _child.Kill();
        _outbox.Close();
        _pace.Release();
    }

    private async Task FinishAsync(int exitCode)
    {
        _watch.Remove(_guard);
        _outbox.Close();
        await _talk.DisposeAsync().ConfigureAwait(false);
        var exit = Volatile.Read(ref _cause)
            ?? new(WorkerExitKind.Crashed, $"The plugin's process ended by itself ({ExitWords.Of(exitCode)}).");
        WorkerMeter.Ended(_use, exit.Kind);
        var stderr = await _stderr.Tail.ConfigureAwait(false);
        _pace.Dispose();
        _completion.SetResult(exit with { Reason = ExitWords.With(exit.Reason, stderr) });
    }

    [LoggerMessage(2106, LogLevel.Error, "A worker's process could not be looked at", EventName = "WorkerWatchFault")]
    private static partial void LogWatchFailed(ILogger log, Exception failure);

    [LoggerMessage(2107, LogLevel.Error, "A frame of a worker could not be handled", EventName = "WorkerFrameFault")]
    private static partial void LogFrameFailed(ILogger log, Exception failure);
}
