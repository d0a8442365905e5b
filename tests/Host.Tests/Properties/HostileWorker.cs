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
        switch (message)
        {
            case ChatMessageEvent chat:
                See(Marks.In(chat.Text));
                break;
            case PluginCalledEvent called:
                See(Marks.In(called.Data));
                world.Begin(() => AskAsync(new AnswerPluginCall(called.Id, Marks.Bytes(Seen))));
                break;
            case WebhookReceivedEvent:
                Hooked++;
                break;
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

    /// <summary>Deliveries to its webhook.</summary>
    public int Hooked { get; private set; }

    public static FetchCall Fetch(string said) => new("api", "POST", "", Uri.EscapeDataString(said), [], 0);

    public async Task<CallReply> AskAsync(WorkerCall call)
    {
        var said = Seen;
        var reply = (await owner.AnswerAsync(call, CancellationToken.None)).Value;
        See(reply switch
        {
            StoredValue { Value: { } value } => Marks.In(value),
            PluginCallResult result => Marks.In(result.Data),
            PickedPart part => Marks.In(part.Bytes),
            ParticipantList list => Marks.In(string.Concat(list.Participants.Select(person => person.Name))),
            _ => [],
        });
        if (PlaceOf(call, reply) is { } place)
            world.Arrived(plugin, place, said);
        return reply;
    }

    public async Task<CallReply> ShowAsync() => (await owner.ShowAsync(null, Marks.Bytes(Seen), CancellationToken.None)).Value;

    public Task StartAsync() => EnterAsync(new WorkerStarting(), new WorkerRunning());

    public Task RestartAsync(string reason) => ReplaceAsync(reason);

    public Task ReplaceAsync(string reason) => world.Begin(async () =>
    {
        await SayAllAsync();
        lock (_lock)
            _seen = [];
        await EnterAsync(new WorkerRestarting(reason, TimeSpan.Zero), new WorkerStarting(), new WorkerRunning());
    });

    public ValueTask EndAsync() => DisposeAsync();

    public ValueTask DisposeAsync()
    {
        if (!_isOver)
            world.Begin(async () =>
            {
                await SayAllAsync();
                await AskAsync(new WriteStoredCall(null, "k0", Marks.Bytes(Seen)));
                foreach (var other in world.Shapes)
                    await AskAsync(new CallPluginCall(other.Id, "ask", Marks.Bytes(Seen)));
            });
        _isOver = true;
        State = new WorkerStopped();
        return default;
    }

    /// <summary>Its last words, on their way while it is being ended, which the gate must not let through.</summary>
    private async Task SayAllAsync()
    {
        await ShowAsync();
        await AskAsync(new SendChatCall(Marks.All(Seen) + "."));
        await AskAsync(Fetch(Marks.All(Seen)));
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

    /// <summary>Where what this call carried has gone by this reply; what goes to people is seen there.</summary>
    private static string? PlaceOf(WorkerCall call, CallReply reply) => (call, reply) switch
    {
        (WriteStoredCall write, CallDone) => new Slot(write.Person is null ? null : 0, 0).Place,
        // The resolver knows no host: what gets as far as that has left, for all that the gate can do.
        (FetchCall, CallFailed { Code: "net.name" }) => "sink:api",
        (CallPluginCall other, PluginCallResult or CallFailed { Code: "plugin.withheld" }) => $"plugin:{other.Plugin}",
        _ => null,
    };

    private void See(IReadOnlyCollection<Tag> tags)
    {
        world.CameIn(plugin, tags);
        lock (_lock)
            _seen.UnionWith(tags);
    }
}
