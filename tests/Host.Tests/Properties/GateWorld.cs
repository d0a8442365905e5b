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
using PluginRoom.Protocol.Worker;

namespace PluginRoom.Host.Tests.Properties;

/// <summary>
/// A real room with the real gate, storage and requests, hostile workers in place of processes, and hostile frames in place of browsers.
/// It sees everything that arrives anywhere, and judges it by the model's choices of that moment.
/// </summary>
internal sealed class GateWorld : IAsyncDisposable
{
    public const int SeatCount = 3;

    public const string PolicyFile = "PRIVACY.md";

    private static readonly RoomSettings Settings = new() { OutboxMessages = 1 << 16, OutboxBytes = 1 << 30 };

    private static readonly EgressNetwork Outside = new(
        new PinnedConnector(new AddressPolicy(EgressAllowance.None), (_, _) => throw new SocketException((int)SocketError.HostNotFound)), new EgressLimits());

    private readonly FakeTime _time = new();
    private readonly HostStorage _storage;
    private readonly string _folder;
    private readonly ConcurrentDictionary<(int Plugin, int Seat), string> _pseudonyms = [];
    private readonly RoomPluginsFactory _factory;
    private readonly string _name = $"gate-{Guid.NewGuid():N}";
    private readonly ConcurrentDictionary<string, HostileWorker> _workers = [];
    private readonly ConcurrentDictionary<Task, bool> _begun = [];
    private int _people;

    /// <param name="versions">Of each plugin, the one to begin with first.</param>
    /// <param name="folder">Of all plugins: it holds a privacy policy.</param>
    public GateWorld(IReadOnlyList<IReadOnlyList<PluginShape>> versions, HostStorage storage, string folder)
    {
        (Versions, _storage, _folder, Model) = (versions, storage, folder, new GateModel(versions.Select(shapes => shapes[0])));
        (Frames, Hooks, Views) = (NoFrames(), new WebhookAddress?[versions.Count], new RoomPluginView[versions.Count]);
        var settings = new HostSettings(IPAddress.Loopback, 0, "/nowhere", "/nowhere", "/nowhere", "/nowhere");
        var catalog = new PluginCatalog(settings, _time, NullLogger<PluginCatalog>.Instance);
        var forgetting = new ForgettingDesk(
            new ErasureDesk(Outside, storage, _time, NullLogger<ErasureDesk>.Instance), new HeapCompaction(new FakeTime()), Outside);
        _factory = new RoomPluginsFactory(
            catalog, new HostileLauncher(this), new PluginUiAddresses(new()), _storage, Outside, Webhooks, forgetting, _time, NullLoggerFactory.Instance);
        Room = Open();
    }

    public IReadOnlyList<IReadOnlyList<PluginShape>> Versions { get; }

    /// <inheritdoc cref="GateModel.Shapes"/>
    public IReadOnlyList<PluginShape> Shapes => Model.Shapes;

    public GateModel Model { get; }

    public Room Room { get; private set; }

    public HostileFrames[] Frames { get; private set; }

    /// <summary>Who sits where; null: nobody.</summary>
    public (Participant Person, int Subject)?[] Seats { get; } = new (Participant, int)?[SeatCount];

    public WebhookTable Webhooks { get; } = new();

    /// <summary>The last address that each plugin was given, also after that is over.</summary>
    public WebhookAddress?[] Hooks { get; }

    /// <summary>What pages were told last of each plugin: by that they name its flows.</summary>
    public RoomPluginView[] Views { get; }

    /// <summary>What people are shown of plugins' questions, and in which seat.</summary>
    public ConcurrentDictionary<string, (int Seat, PluginQuestion Question)> Questions { get; } = [];

    public ConcurrentQueue<string> Breaches { get; } = [];

    public HostileWorker WorkerOf(int plugin) => _workers[Shapes[plugin].Id];

    /// <summary>By which the version of this plugin that runs knows who sits there.</summary>
    public string PseudonymOf(int plugin, int seat) => _pseudonyms[(plugin, seat)];

    public TimeProvider Time => _time;

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
        // So that rates, which are not the question here, are never reached; and a question waits for the next step all the same.
        _time.Advance(TimeSpan.FromSeconds(5));
        return await Room.Run(() => action(Room.Plugins));
    }

    /// <summary>Nobody waits for an answer any more, and nobody is left alone because of one.</summary>
    public async Task LetQuestionsEnd()
    {
        for (var time = 0; time < 2; time++)
        {
            _time.Advance(TimeSpan.FromMinutes(4));
            await Room.Run(() => true);
        }
    }

    /// <summary>Completes when nothing goes on any more and everybody has heard everything.</summary>
    public async Task Settle()
    {
        do
        {
            await BegunAsync();
            var markers = Room.Participants.Select(_ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).ToArray();
            await Room.Run(() =>
            {
                foreach (var (participant, marker) in Room.Participants.Zip(markers))
                    Room.Send(participant.Id, "marker", marker);
                return true;
            });
            await Task.WhenAll(markers.Select(marker => marker.Task));
        }
        while (!_begun.IsEmpty);
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
            Show(view);
        foreach (var people in joined.Value!.PluginPeople)
            Show(seat, people);
        await Settle();
    }

    public async Task Leave(int seat)
    {
        var (person, subject) = Seats[seat]!.Value;
        Seats[seat] = null;
        Model.Leave(subject);
        await Room.Run(() => Room.Leave(person));
    }

    public async Task Add(int plugin)
    {
        var by = Room.Participants[0];
        await Do(plugins => plugins.Add(by, Shapes[plugin].Install(_folder)));
        await Settle();
    }

    /// <summary>The operator put this version in the place of the one before.</summary>
    public Task Offer(int plugin, PluginShape shape) => Do(plugins =>
    {
        plugins.CatalogChanged(new CatalogChange.Installed(shape.Install(_folder), Shapes[plugin].Install(_folder)));
        return true;
    });

    /// <summary>Everybody has left, and with their pages all frames are gone.</summary>
    public void Reopen() => (Room, Frames) = (Open(), NoFrames());

    public async ValueTask DisposeAsync()
    {
        for (var seat = 0; seat < Seats.Length; seat++)
            if (Seats[seat] is not null)
                await Leave(seat);
        await BegunAsync();
    }

    internal ISupervisedWorker Supervise(WorkerSpec spec, IWorkerOwner owner)
    {
        var worker = _workers[spec.PluginId] = new HostileWorker(this, NumberOf(spec.PluginId), owner);
        Begin(worker.StartAsync);
        return worker;
    }

    private async Task BegunAsync()
    {
        while (!_begun.IsEmpty)
            foreach (var task in _begun.Keys)
            {
                await task;
                _begun.TryRemove(task, out _);
            }
    }

    private Room Open() => new(RoomName.Parse(_name)!.Value, Settings, _time, _factory, static _ => { }, NullLoggerFactory.Instance);

    private HostileFrames[] NoFrames() => [.. Shapes.Select(_ => new HostileFrames())];

    private int NumberOf(string id) => Array.FindIndex(Model.Shapes, shape => shape.Id == id);

    private Task Hear(int seat, string eventName, object payload)
    {
        switch (payload)
        {
            case RoomPluginView view:
                Show(view);
                break;
            case PluginPeople people:
                Show(seat, people);
                break;
            case PluginMessage message:
                Show(message.PluginId, Marks.In(Convert.FromBase64String(message.Data)));
                break;
            case PluginChat line:
                Arrived(NumberOf(line.PluginId), "room", Marks.In(line.Text));
                break;
            case PluginQuestion question:
                Arrived(NumberOf(question.PluginId), "room", Marks.In(question.Text));
                Questions[question.Id] = (seat, question);
                break;
            case PluginQuestionGone gone:
                Questions.TryRemove(gone.Id, out _);
                break;
            case MuteAsked asked:
                Arrived(NumberOf(asked.PluginName!), "room", Marks.In(asked.Reason!));
                break;
            case FileWanted wanted when Seats[seat] is { Person: var owner, Subject: var subject }:
                var part = Convert.ToBase64String(Marks.Bytes([new(Vocabulary.DataCategory.ContentFile, subject)]));
                Begin(() => Room.Run(() => Room.Plugins.Handovers.Take(owner, new FilePart(wanted.Id, wanted.File, wanted.Offset, part))));
                break;
            case TaskCompletionSource marker:
                marker.TrySetResult();
                break;
        }

        return Task.CompletedTask;
    }

    private void Show(RoomPluginView view)
    {
        Views[NumberOf(view.Id)] = view;
        Frames[NumberOf(view.Id)].Start(view.Generation);
    }

    private void Show(int seat, PluginPeople people)
    {
        _pseudonyms[(NumberOf(people.PluginId), seat)] = people.Self;
        Show(people.PluginId, Marks.In(string.Concat(people.People.Select(person => person.Name))));
    }

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
