using System.ComponentModel;
using PluginRoom.Host.Broker;
using PluginRoom.Host.Telemetry;
using PluginRoom.Host.Workers.Limits;
using PluginRoom.Host.Workers.Sandbox;
using PluginRoom.Protocol.Worker;

namespace PluginRoom.Host.Workers;

/// <summary>One plugin's server side in one room, kept running: when its process ends, the next one starts after a back-off.</summary>
public sealed partial class SupervisedWorker : ISupervisedWorker
{
    private readonly WorkerSpec _spec;
    private readonly IWorkerOwner _owner;
    private readonly WorkerSandbox _sandbox;
    private readonly WorkerWatch _watch;
    private readonly WorkerOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly RestartPolicy _policy;
    private readonly Lock _gate = new();
    private readonly Task _running;
    private TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource? _restarted;
    private string? _restartReason;
    private bool _disposing;
    private bool _atOnce;
    private PluginWorker? _worker;
    private PluginWorker? _process;
    private WorkerState _state = new WorkerStarting();

    internal SupervisedWorker(
        WorkerSpec spec, IWorkerOwner owner, WorkerSandbox sandbox, WorkerWatch watch, WorkerOptions options, TimeProvider time, ILogger log)
    {
        (_spec, _owner, _sandbox, _watch, _options, _time, _log) = (spec, owner, sandbox, watch, options, time, log);
        _policy = new(time);
        _running = Task.Run(SuperviseAsync);
    }

    public WorkerState State => Volatile.Read(ref _state);

    internal PluginWorker? Current => Volatile.Read(ref _worker);

    /// <inheritdoc/>
    public WorkerDelivery SendEvent(in AuthorizedFlow flow, WorkerEvent message)
    {
        _ = flow.Capability;
        if (Current is not { } worker)
            return WorkerDelivery.NotRunning;
        worker.SendEvent(flow, message);
        return WorkerDelivery.Sent;
    }

    /// <inheritdoc/>
    public WorkerDelivery SendUiInput(in AuthorizedFlow flow, string pseudonym, ReadOnlySpan<byte> data)
    {
        _ = flow.Capability;
        if (Current is not { } worker)
            return WorkerDelivery.NotRunning;
        worker.SendUiInput(flow, pseudonym, data);
        return WorkerDelivery.Sent;
    }

    /// <inheritdoc/>
    public Task RestartAsync(string reason)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposing, this);
            _restartReason = reason;
            _restarted ??= new(TaskCreationOptions.RunContinuationsAsynchronously);
            _asked.TrySetResult();
            return _restarted.Task;
        }
    }

    /// <inheritdoc/>
    public Task ReplaceAsync(string reason)
    {
        lock (_gate)
        {
            var replaced = RestartAsync(reason);
            KillCurrent();
            return replaced;
        }
    }

    /// <inheritdoc/>
    public ValueTask EndAsync()
    {
        lock (_gate)
        {
            _disposing = true;
            KillCurrent();
        }

        return DisposeAsync();
    }

    /// <summary>Asks the plugin to stop, then kills it. Completes when no process of it is left.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            _disposing = true;
            _asked.TrySetResult();
        }

        await _running.ConfigureAwait(false);
    }

    // Under the lock.
    private void KillCurrent()
    {
        _atOnce = true;
        _process?.Kill();
    }

    private void Follow(PluginWorker? process)
    {
        lock (_gate)
        {
            _process = process;
            if (_atOnce)
                process?.Kill();
        }
    }

    private async Task SuperviseAsync()
    {
        while (!_disposing)
        {
            var (exit, ranFor) = await RunOnceAsync().ConfigureAwait(false);
            if (TakeRequest() is { } reason)
            {
                _policy.Forget();
                await SetStateAsync(new WorkerRestarting(reason, TimeSpan.Zero)).ConfigureAwait(false);
            }
            else if (!_disposing)
            {
                await WaitAfterAsync(exit, ranFor).ConfigureAwait(false);
            }
        }

        await SetStateAsync(new WorkerStopped()).ConfigureAwait(false);
        lock (_gate)
            _restarted?.TrySetResult();
    }

    /// <summary>From the announcement of a fresh process to its end.</summary>
    private async Task<(WorkerExit Exit, TimeSpan RanFor)> RunOnceAsync()
    {
        await SetStateAsync(new WorkerStarting()).ConfigureAwait(false);
        using var activity = WorkerMeter.Starting(_spec.PluginId);
        var askedAt = _time.GetTimestamp();
        var (worker, refusal) = await StartAsync().ConfigureAwait(false);
        if (worker is null)
            return (new(WorkerExitKind.NotSpawned, refusal), TimeSpan.Zero);
        var readyAt = _time.GetTimestamp();
        Follow(worker);
        Volatile.Write(ref _worker, worker);
        if (await Task.WhenAny(worker.Ready, worker.Completion, _asked.Task).ConfigureAwait(false) == worker.Ready)
        {
            readyAt = _time.GetTimestamp();
            WorkerMeter.Ready(activity, _spec.PluginId, _time.GetElapsedTime(askedAt));
            await FollowAsync(worker).ConfigureAwait(false);
        }

        // From here on nobody can send to it, and after this it is gone.
        Volatile.Write(ref _worker, null);
        var exit = await worker.StopAsync().ConfigureAwait(false);
        Follow(null);
        return (exit, _time.GetElapsedTime(readyAt));
    }

    /// <summary>Until it ends or somebody asks: whether it runs freely or is being slowed down.</summary>
    private async Task FollowAsync(PluginWorker worker)
    {
        do
        {
            var (words, changed) = worker.Slowness.Current;
            await SetStateAsync(new WorkerRunning(words)).ConfigureAwait(false);
            await Task.WhenAny(worker.Completion, _asked.Task, changed).ConfigureAwait(false);
        }
        while (!worker.Completion.IsCompleted && !_asked.Task.IsCompleted);
    }

    private async Task WaitAfterAsync(WorkerExit exit, TimeSpan ranFor)
    {
        LogEnded(_log, _spec.PluginId, exit.Kind.Words());
        var delay = exit.Kind == WorkerExitKind.NotSpawned ? null : _policy.AfterCrash(ranFor);
        await SetStateAsync(delay is { } wait
            ? new WorkerRestarting(exit.Reason, wait) { HostWords = exit.HostWords }
            : new WorkerFailed(exit.Reason) { HostWords = exit.HostWords }).ConfigureAwait(false);
        var asked = _asked.Task;
        if (delay is not { } pause)
        {
            await asked.ConfigureAwait(false);
        }
        else
        {
            using var over = new CancellationTokenSource();
            await Task.WhenAny(asked, Task.Delay(pause, _time, over.Token)).ConfigureAwait(false);
            await over.CancelAsync().ConfigureAwait(false);
        }

        if (TakeRequest() is not null)
            _policy.Forget();
    }

    private async Task<(PluginWorker? Worker, string Refusal)> StartAsync()
    {
        try
        {
            var readiness = await _sandbox.ProbeAsync(CancellationToken.None).ConfigureAwait(false);
            return readiness.IsReady
                ? (await PluginWorker.StartAsync(_spec, _owner, _sandbox, _watch, _options, _time, _log).ConfigureAwait(false), "")
                : (null, readiness.Advice);
        }
        catch (Exception failure) when (failure is Win32Exception or IOException)
        {
            return (null, $"The plugin's process could not be started: {failure.Message}");
        }
    }

    /// <summary>The reason given to <see cref="RestartAsync"/>, once.</summary>
    private string? TakeRequest()
    {
        lock (_gate)
        {
            var reason = _restartReason;
            if (reason is null || _disposing)
                return null;
            _restartReason = null;
            _atOnce = false;
            _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
            _restarted?.TrySetResult();
            _restarted = null;
            return reason;
        }
    }

    private async Task SetStateAsync(WorkerState state)
    {
        Volatile.Write(ref _state, state);
        try
        {
            await _owner.StateChangedAsync(state, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            LogOwnerFailed(_log, failure, _spec.PluginId);
        }
    }

    [LoggerMessage(2103, LogLevel.Warning, "The process of plugin {Plugin} ended: {Reason}", EventName = "WorkerEnded")]
    private static partial void LogEnded(ILogger log, string plugin, string reason);

    [LoggerMessage(2104, LogLevel.Error, "Plugin {Plugin}: the room failed to follow its state", EventName = "WorkerStateFault")]
    private static partial void LogOwnerFailed(ILogger log, Exception failure, string plugin);
}
