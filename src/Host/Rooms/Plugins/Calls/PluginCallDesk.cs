using PluginRoom.Host.Broker;
using PluginRoom.Host.Vocabulary;
using PluginRoom.Host.Workers;
using PluginRoom.Protocol.Worker;

namespace PluginRoom.Host.Rooms.Plugins.Calls;

/// <summary>
/// Calls from plugin to plugin in one room. All that the caller has seen goes with a call, all that the callee has seen with its
/// answer; the gate decides each way. On the room's queue.
/// </summary>
internal sealed class PluginCallDesk(Room room, CapabilityBroker broker, TimeProvider time)
{
    /// <summary>Less than the five seconds that a handler has, so that whoever waits in one hears of it.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private const int MaxWaiting = 32;

    private readonly Dictionary<string, RoomPlugin> _plugins = [];
    private readonly Dictionary<RoomPlugin, CallRate> _rates = [];
    private readonly Dictionary<long, OpenCall> _open = [];
    private long _last;

    /// <summary>From here on it can be called.</summary>
    public void Add(RoomPlugin plugin) => _plugins[plugin.Id] = plugin;

    public void Remove(RoomPlugin plugin)
    {
        End(plugin);
        _rates.Remove(plugin);
        if (_plugins.TryGetValue(plugin.Id, out var known) && known == plugin)
            _plugins.Remove(plugin.Id);
    }

    /// <summary>Its process is gone, or about to be: nobody waits for it any more, nor it for anybody.</summary>
    public void End(RoomPlugin plugin)
    {
        foreach (var call in _open.Values.Where(call => call.Caller == plugin || call.Callee == plugin).ToList())
            Close(call, CallFailures.Gone(call.Callee.Id));
    }

    public Task<WorkerReply> CallAsync(RoomPlugin caller, CallPluginCall call) =>
        Begin(caller, call, out var refused) is { } open ? open.Reply : Task.FromResult(refused);

    public WorkerReply Answer(RoomPlugin callee, AnswerPluginCall answer)
    {
        if (!_open.TryGetValue(answer.Id, out var call) || call.Callee != callee)
            return CallFailures.Over;
        if (answer.Data is { Length: > CallPluginCall.MaxBytes })
        {
            Close(call, CallFailures.Unanswered(callee.Id));
            return CallFailures.TooLarge(answer.Data.Length);
        }

        // That it has no answer says something as well.
        var decision = broker.DecideCall(callee.Gate, call.Caller.Gate, answer.Data?.Length ?? 0, isReply: true);
        if (decision.Refusal is { } refusal)
        {
            Close(call, CallFailures.Withheld(callee.Id, refusal.Message));
            return WorkerReply.Refused(PluginRefusals.ForWorker(refusal));
        }

        Close(call, answer.Data is { } data ? WorkerReply.With(decision.Flow, new PluginCallResult(data)) : CallFailures.Unanswered(callee.Id));
        return WorkerReply.Done;
    }

    /// <returns>Null: nothing was handed over, and <paramref name="refused"/> says why.</returns>
    private OpenCall? Begin(RoomPlugin caller, CallPluginCall call, out WorkerReply refused)
    {
        if (Obstacle(caller, call, out var callee) is { } obstacle)
        {
            refused = obstacle;
            return null;
        }

        var decision = broker.DecideCall(caller.Gate, callee!.Gate, call.Data.Length, isReply: false);
        refused = decision.Refusal is { } refusal ? WorkerReply.Refused(PluginRefusals.ForWorker(refusal)) : CallFailures.NotRunning(callee.Id);
        if (!decision.IsAllowed)
            return null;
        var open = new OpenCall(++_last, caller, callee);
        var sent = callee.Worker!.SendEvent(decision.Flow, new PluginCalledEvent(open.Id, caller.Id, call.Method, call.Data));
        if (sent != WorkerDelivery.Sent)
            return null;
        _open.Add(open.Id, open);
        open.Deadline = time.CreateTimer(_ => room.Post(() => Expire(open)), null, Patience, Timeout.InfiniteTimeSpan);
        return open;
    }

    /// <summary>What stands against a call before anybody's data are concerned.</summary>
    private WorkerReply? Obstacle(RoomPlugin caller, CallPluginCall call, out RoomPlugin? callee)
    {
        callee = null;
        if (caller.IsStopped)
            return CallFailures.Gone(caller.Id);
        var use = FlowRequest.Use(Capability.PluginCall, bytes: call.Data.Length);
        if (!caller.Gate.Flows.Declares(Capability.PluginCall))
            return Refused(broker.Decide(caller.Gate, use).Refusal!);
        if (call.Data.Length > CallPluginCall.MaxBytes)
            return CallFailures.TooLarge(call.Data.Length);
        if (!RateOf(caller).Takes(call.Data.Length))
            return Refused(broker.RefuseForLimit(caller.Gate, use));
        if (!_plugins.TryGetValue(call.Plugin, out var known))
            return CallFailures.Absent(call.Plugin);
        callee = known;
        if (!known.Installed.Manifest.Callable.Any(callable => callable.Method == call.Method))
            return CallFailures.NoMethod(known.Id, call.Method);
        if (WaitsFor(known, caller))
            return CallFailures.Recursion(known.Id);
        if (known.Worker is not { State: WorkerRunning })
            return CallFailures.NotRunning(known.Id);
        return _open.Values.Count(open => open.Callee == known) >= MaxWaiting ? CallFailures.Busy(known.Id, MaxWaiting) : null;
    }

    private bool WaitsFor(RoomPlugin plugin, RoomPlugin other)
    {
        var waiting = new List<RoomPlugin> { plugin };
        for (var next = 0; next < waiting.Count; next++)
            foreach (var open in _open.Values)
                if (open.Caller == waiting[next] && !waiting.Contains(open.Callee))
                    waiting.Add(open.Callee);
        return waiting.Contains(other);
    }

    private CallRate RateOf(RoomPlugin plugin)
    {
        if (!_rates.TryGetValue(plugin, out var rate))
            _rates.Add(plugin, rate = new CallRate(time));
        return rate;
    }

    private void Expire(OpenCall call)
    {
        if (_open.ContainsKey(call.Id))
            Close(call, CallFailures.TooLate(call.Callee.Id));
    }

    private void Close(OpenCall call, in WorkerReply reply)
    {
        _open.Remove(call.Id);
        call.Close(reply);
    }

    private static WorkerReply Refused(Refusal refusal) => WorkerReply.Refused(PluginRefusals.ForWorker(refusal));

    /// <summary>How much one plugin may call others.</summary>
    private sealed class CallRate(TimeProvider time)
    {
        private readonly TokenBucket _calls = new(time, burst: 100, perSecond: 50);
        private readonly TokenBucket _bytes = new(time, burst: 4 << 20, perSecond: 1 << 20);

        public bool Takes(int bytes) => _calls.TryTake(1) && _bytes.TryTake(bytes);
    }
}
