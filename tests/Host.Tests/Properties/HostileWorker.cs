using PluginRoom.Host.Broker;
using PluginRoom.Host.Workers;
using PluginRoom.Protocol.Worker;

namespace PluginRoom.Host.Tests.Properties;

/// <summary>
/// A plugin's server side that keeps everything that it ever received and puts all of it into everything that it says; also in the
/// moment between the order to end and its end.
/// </summary>
internal sealed class HostileWorker(GateWorld world, int plugin, IWorkerOwner owner) : ISupervisedWorker
{
    private readonly Lock _lock = new();
    private HashSet<Tag> _seen = [];
    private bool _isOver;

    public WorkerState State { get; private set; } = new WorkerStarting();

    public IReadOnlyCollection<Tag> Seen
    {
        get
        {
            lock (_lock)
                return [.. _seen];
        }
    }

    public WorkerDelivery SendEvent(in AuthorizedFlow flow, WorkerEvent message)
    {
        _ = flow.Capability;
        if (State is not WorkerRunning)
            return WorkerDelivery.NotRunning;
        if (message is ChatMessageEvent chat)
            See(Marks.In(chat.Text));
        if (message is PluginCalledEvent called)
        {
            See(Marks.In(called.Data));
            world.Begin(async () => await AskAsync(new AnswerPluginCall(called.Id, Marks.Bytes(Seen))));
        }

        return WorkerDelivery.Sent;
    }

    public WorkerDelivery SendUiInput(in AuthorizedFlow flow, string pseudonym, ReadOnlySpan<byte> data)
    {
        _ = flow.Capability;
        if (State is not WorkerRunning)
            return WorkerDelivery.NotRunning;
        See(Marks.In(data));
        return WorkerDelivery.Sent;
    }

    public async Task<CallReply> AskAsync(WorkerCall call)
    {
        var reply = (await owner.AnswerAsync(call, CancellationToken.None)).Value;
        if (reply is StoredValue { Value: { } value })
            See(Marks.In(value));
        if (reply is PluginCallResult result)
            See(Marks.In(result.Data));
        if (reply is ParticipantList list)
            See(Marks.In(string.Concat(list.Participants.Select(person => person.Name))));
        return reply;
    }

    public async Task<CallReply> ShowAsync() => (await owner.ShowAsync(null, Marks.Bytes(Seen), CancellationToken.None)).Value;

    public Task StartAsync() => EnterAsync(new WorkerStarting(), new WorkerRunning());

    public Task RestartAsync(string reason) => ReplaceAsync(reason);

    public Task ReplaceAsync(string reason) => world.Begin(async () =>
    {
        // Its last words, which the gate must not let through.
        await ShowAsync();
        await AskAsync(new SendChatCall(Marks.All(Seen) + "."));
        lock (_lock)
            _seen = [];
        await EnterAsync(new WorkerRestarting(reason, TimeSpan.Zero), new WorkerStarting(), new WorkerRunning());
    });

    public ValueTask EndAsync() => DisposeAsync();

    public ValueTask DisposeAsync()
    {
        _isOver = true;
        State = new WorkerStopped();
        return default;
    }

    private async Task EnterAsync(params WorkerState[] states)
    {
        foreach (var state in states)
        {
            if (_isOver)
                return;
            State = state;
            await owner.StateChangedAsync(state, CancellationToken.None);
        }
    }

    private void See(IReadOnlyCollection<Tag> tags)
    {
        world.CameIn(plugin, tags);
        lock (_lock)
            _seen.UnionWith(tags);
    }
}
