using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using PluginRoom.Host.Egress;
using PluginRoom.Host.Egress.Network;
using PluginRoom.Host.Memory;
using PluginRoom.Host.Plugins.Catalog;
using PluginRoom.Host.PluginUi.Addresses;
using PluginRoom.Host.Rooms;
using PluginRoom.Host.Rooms.Plugins;
using PluginRoom.Host.Rooms.Plugins.Forgetting;
using PluginRoom.Host.Settings;
using PluginRoom.Host.Storage;
using PluginRoom.Host.Tests.Rooms;
using PluginRoom.Host.Webhooks;
using PluginRoom.Host.Workers;
using PluginRoom.Protocol.Client;

namespace PluginRoom.Host.Tests.Properties;

/// <summary>
/// A real room with the real gate, storage and requests, hostile workers in place of processes, and hostile frames in place of browsers.
/// It sees everything that arrives anywhere, and judges it by the model's choices of that moment.
/// </summary>
internal sealed class GateWorld : IAsyncDisposable
{
    private static readonly RoomSettings Settings = new() { OutboxMessages = 1 << 16, OutboxBytes = 1 << 30 };

    private static readonly EgressNetwork Outside = new(
        new PinnedConnector(new AddressPolicy(EgressAllowance.None), (_, _) => throw new SocketException((int)SocketError.HostNotFound)), new EgressLimits());

    private static readonly ForgettingDesk Forgetting = new(new ErasureDesk(Outside, new FakeTime()), new HeapCompaction(new FakeTime()), Outside);

    private readonly FakeTime _time = new();
    private readonly HostStorage _storage;
    private readonly RoomPluginsFactory _factory;
    private readonly string _name = $"gate-{Guid.NewGuid():N}";
    private readonly ConcurrentDictionary<string, HostileWorker> _workers = [];
    private readonly ConcurrentDictionary<Task, bool> _begun = [];
    private readonly List<TaskCompletionSource> _markers = [];
    private int _people;

    public GateWorld(IReadOnlyList<PluginShape> shapes, HostStorage storage)
    {
        (Shapes, _storage, Model) = (shapes, storage, new GateModel(shapes));
        Frames = NoFrames();
        var settings = new HostSettings(IPAddress.Loopback, 0, "/nowhere", "/nowhere", "/nowhere", "/nowhere");
        var catalog = new PluginCatalog(settings, _time, NullLogger<PluginCatalog>.Instance);
        _factory = new RoomPluginsFactory(
            catalog, new HostileLauncher(this), new PluginUiAddresses(new()), _storage, Outside, new WebhookTable(), Forgetting, _time, NullLoggerFactory.Instance);
        Room = Open();
    }

    public IReadOnlyList<PluginShape> Shapes { get; }

    public GateModel Model { get; }

    public Room Room { get; private set; }

    public HostileFrames[] Frames { get; private set; }

    /// <summary>Who sits where; null: nobody.</summary>
    public (Participant Person, int Subject)?[] Seats { get; } = new (Participant, int)?[3];

    public ConcurrentQueue<string> Breaches { get; } = [];

    public HostileWorker WorkerOf(int plugin) => _workers[Shapes[plugin].Id];

    public void Check(string what, bool holds)
    {
        if (!holds)
            Breaches.Enqueue(what);
    }

    /// <summary>Something arrived at a sink of this plugin.</summary>
    public void Arrived(int plugin, string sink, IEnumerable<Tag> tags)
    {
        foreach (var tag in tags)
            Check($"{tag} arrived at {sink} of {Shapes[plugin].Id}, and they do not allow it.", Model.Allows(plugin, sink, tag));
    }

    public void CameIn(int plugin, IEnumerable<Tag> tags)
    {
        foreach (var tag in tags)
            Check($"{tag} came into {Shapes[plugin].Id}, and they do not allow it.", Model.MayEnter(plugin, tag));
    }

    /// <summary>Runs beside the room, as a process would.</summary>
    public Task Begin(Func<Task> work)
    {
        var task = Task.Run(work);
        _begun.TryAdd(task, true);
        return task;
    }

    public async Task<T> Do<T>(Func<RoomPlugins, T> action)
    {
        _time.Advance(TimeSpan.FromSeconds(20));
        return await Room.Run(() => action(Room.Plugins));
    }

    /// <summary>Completes when nothing goes on any more and everybody has heard everything.</summary>
    public async Task Settle()
    {
        do
        {
            foreach (var task in _begun.Keys)
            {
                await task;
                _begun.TryRemove(task, out _);
            }

            await Room.Run(() => true);
        }
        while (!_begun.IsEmpty);

        TaskCompletionSource[] markers;
        lock (_markers)
        {
            _markers.Clear();
            _markers.AddRange(Room.Participants.Select(_ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)));
            markers = [.. _markers];
        }

        await Room.Run(() =>
        {
            foreach (var (participant, marker) in Room.Participants.Zip(markers))
                Room.Send(participant.Id, "marker", marker);
            return true;
        });
        await Task.WhenAll(markers.Select(marker => marker.Task)).WaitAsync(TimeSpan.FromSeconds(20));
    }

    public async Task Join(int seat)
    {
        var subject = _people++;
        var outbox = new Outbox((eventName, payload) => Hear(seat, eventName, payload), () => Breaches.Enqueue("An outbox overflowed."), Settings, NullLogger<Outbox>.Instance);
        outbox.Start();
        // Whoever has left and does nothing more is cut off after a while.
        var connection = new ClientConnection(outbox, static () => { }, Settings, _time);
        // The name is its person's mark.
        var joined = await Room.Run(() => Room.Join(connection, Marks.Of(new(Vocabulary.DataCategory.IdentityProfile, subject)), "key", null));
        Model.Present.Add(subject);
        var person = Room.Participants[^1];
        Seats[seat] = (person, subject);
        foreach (var view in joined.Value!.Plugins)
            Frames[NumberOf(view.Id)].Start(view.Generation);
        foreach (var people in joined.Value!.PluginPeople)
            Show(people);
        await Settle();
    }

    public async Task Leave(int seat)
    {
        var (person, subject) = Seats[seat]!.Value;
        Seats[seat] = null;
        Model.Present.Remove(subject);
        await Room.Run(() => Room.Leave(person));
    }

    public async Task Add(int plugin)
    {
        var by = Room.Participants[0];
        await Do(plugins => plugins.Add(by, Shapes[plugin].Install()));
        await WorkerOf(plugin).StartAsync();
        await Settle();
    }

    /// <summary>Everybody has left, and with their pages all frames are gone.</summary>
    public void Reopen() => (Room, Frames) = (Open(), NoFrames());

    public async ValueTask DisposeAsync()
    {
        for (var seat = 0; seat < Seats.Length; seat++)
            if (Seats[seat] is not null)
                await Leave(seat);
    }

    internal ISupervisedWorker Supervise(WorkerSpec spec, IWorkerOwner owner) =>
        _workers[spec.PluginId] = new HostileWorker(this, NumberOf(spec.PluginId), owner);

    private Room Open() => new(RoomName.Parse(_name)!.Value, Settings, _time, _factory, static _ => { }, NullLoggerFactory.Instance);

    private HostileFrames[] NoFrames() => [.. Shapes.Select(_ => new HostileFrames())];

    private int NumberOf(string id) => Shapes.ToList().FindIndex(shape => shape.Id == id);

    private Task Hear(int seat, string eventName, object payload)
    {
        switch (payload)
        {
            case RoomPluginView view:
                Frames[NumberOf(view.Id)].Start(view.Generation);
                break;
            case PluginPeople people:
                Show(people);
                break;
            case PluginMessage message:
                Show(message.PluginId, Marks.In(Convert.FromBase64String(message.Data)));
                break;
            case PluginChat line:
                Arrived(NumberOf(line.PluginId), "room", Marks.In(line.Text));
                break;
            case TaskCompletionSource marker:
                marker.TrySetResult();
                break;
        }

        return Task.CompletedTask;
    }

    private void Show(PluginPeople people) =>
        Show(people.PluginId, Marks.In(string.Concat(people.People.Select(person => person.Name))));

    private void Show(string id, IReadOnlyCollection<Tag> tags)
    {
        Arrived(NumberOf(id), "ui", tags);
        Frames[NumberOf(id)].See(tags);
    }

    private sealed class HostileLauncher(GateWorld world)
        : WorkerLauncher(new() { WorkerPath = "/nowhere" }, TimeProvider.System, NullLogger<WorkerLauncher>.Instance)
    {
        public override string Isolation => "none";

        public override ISupervisedWorker SuperviseFor(WorkerSpec spec, IWorkerOwner owner) => world.Supervise(spec, owner);
    }
}
