using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using PluginRoom.Host.Broker;
using PluginRoom.Host.Egress;
using PluginRoom.Host.Egress.Network;
using PluginRoom.Host.Ledger;
using PluginRoom.Host.Plugins.Catalog;
using PluginRoom.Host.PluginUi.Addresses;
using PluginRoom.Host.Rooms;
using PluginRoom.Host.Rooms.Plugins;
using PluginRoom.Host.Memory;
using PluginRoom.Host.Rooms.Plugins.Asking;
using PluginRoom.Host.Rooms.Plugins.Calls;
using PluginRoom.Host.Rooms.Plugins.Forgetting;
using PluginRoom.Host.Rooms.Plugins.Frames;
using PluginRoom.Host.Rooms.Plugins.Handing;
using PluginRoom.Host.Rooms.Plugins.Keeping;
using PluginRoom.Host.Rooms.Plugins.Purposes;
using PluginRoom.Host.Settings;
using PluginRoom.Host.Storage;
using PluginRoom.Host.Webhooks;
using PluginRoom.Host.Workers;
using PluginRoom.Protocol.Client;
using PluginRoom.Worker.Tests.Rig;
using OpenRoom = PluginRoom.Host.Rooms.Room;

namespace PluginRoom.Worker.Tests.Fuzz;

/// <summary>
/// A real room with three people, one plugin and the real gate. Only the sockets are missing: what would be sent to each person is
/// written down.
/// </summary>
internal sealed class FuzzRoom
{
    private static readonly RoomSettings Settings = new() { OutboxMessages = 4096, OutboxBytes = 1 << 30 };
    private static readonly EgressNetwork Outside = new(
        new PinnedConnector(new AddressPolicy(EgressAllowance.None), (_, _) => throw new SocketException((int)SocketError.HostNotFound)), new EgressLimits());

    // Whatever else is told to a page holds nothing of the worker's.
    private static readonly HashSet<string> Untold = [RoomEvents.ConsentChanged, RoomEvents.PluginQuestionGone, RoomEvents.FilesDone];

    private readonly Lock _gate = new();
    private readonly List<(string Person, string Event, object Payload)> _heard = [];
    private readonly RoomPluginContext _context;
    private readonly RoomHandovers _handovers;

    private FuzzRoom(OpenRoom room, FakeTime time, GateShape shape, HostStorage storage, ForgettingDesk forgetting)
    {
        (Room, Time, Shape) = (room, time, shape);
        Ledger = new FlowLedger(time);
        var broker = new CapabilityBroker(Ledger);
        _context = new RoomPluginContext(
            room, Subjects, new FrameGenerations(), new RoomPurposes(), broker, new PluginQuestions(room, broker, time),
            new PluginCallDesk(room, broker, time), Launch.Launcher, new PluginUiAddresses(new()), storage.OpenRoom("fuzz"), Outside,
            new WebhookTable(), new RoomForgetting(room, Subjects, broker, forgetting, time), time, NullLoggerFactory.Instance);
        Plugin = new RoomPlugin(new InstalledPlugin(shape.ToManifest(), "/nowhere", "hash"), _context, "Ada", "ada");
        Owner = new PluginWorkerOwner(Plugin, _context, new PluginCalls(Plugin, _context), new StoreCalls(Plugin, _context));
        _handovers = new RoomHandovers(new Dictionary<string, RoomPlugin> { [Plugin.Id] = Plugin }, _context.Questions);
    }

    internal OpenRoom Room { get; }

    internal FakeTime Time { get; }

    internal GateShape Shape { get; }

    internal FlowLedger Ledger { get; }

    internal RoomSubjects Subjects { get; } = new();

    internal RoomPlugin Plugin { get; }

    internal IWorkerOwner Owner { get; }

    /// <summary>Decisions that the ledger counts.</summary>
    internal long Decisions => Enumerable.Range(0, Ledger.Count).Sum(index => Ledger[index].Count);

    internal bool SomebodyWasThrownOut { get; private set; }

    /// <param name="storage">Of all rooms: one file, in which each has keys of its own.</param>
    internal static async Task<FuzzRoom> OpenAsync(GateShape shape, HostStorage storage)
    {
        var time = new FakeTime();
        var settings = new HostSettings(IPAddress.Loopback, 0, "/nowhere", "/nowhere", "/nowhere", "/nowhere");
        var catalog = new PluginCatalog(settings, time, NullLogger<PluginCatalog>.Instance);
        var forgetting = new ForgettingDesk(
            new ErasureDesk(Outside, storage, TimeProvider.System, NullLogger<ErasureDesk>.Instance), new HeapCompaction(TimeProvider.System), Outside);
        var factory = new RoomPluginsFactory(
            catalog, Launch.Launcher, new PluginUiAddresses(new()), storage, Outside, new WebhookTable(), forgetting, time, NullLoggerFactory.Instance);
        var room = new OpenRoom(RoomName.Parse("fuzz")!.Value, Settings, time, factory, static _ => { }, NullLoggerFactory.Instance);
        var fuzz = new FuzzRoom(room, time, shape, storage, forgetting);
        foreach (var name in GateShape.People)
            await fuzz.JoinAsync(name);
        await room.Run(() =>
        {
            shape.Apply(fuzz);
            fuzz.Plugin.Kept.Open();
            fuzz._context.Calls.Add(fuzz.Plugin);
            return true;
        });
        return fuzz;
    }

    /// <summary>By which the plugin knows the people, in their order.</summary>
    internal IReadOnlyList<string> Pseudonyms => [.. GateShape.People.Select(PseudonymOf)];

    /// <summary>What the people were sent since the last time, one after the other.</summary>
    internal async Task<IReadOnlyList<(string Person, string Event, object Payload)>> TakeHeardAsync()
    {
        // Behind all that was sent before.
        var ends = await Room.Run(() => Room.Participants.Select(person =>
        {
            var end = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            Room.Send(person.Id, "end", end);
            return end.Task;
        }).ToList());
        await Task.WhenAll(ends);
        lock (_gate)
        {
            var heard = _heard.OrderBy(each => each.Person, StringComparer.Ordinal).ToList();
            _heard.Clear();
            return heard;
        }
    }

    /// <summary>What it stored goes with it.</summary>
    internal Task CloseAsync() => Room.Run(() => _context.Store.CloseAsync()).Unwrap();

    internal string PseudonymOf(string person) =>
        Room.Participants.FirstOrDefault(participant => participant.Name == person) is { } here ? Plugin.Pseudonyms.Of(here.Id) : person;

    private async Task JoinAsync(string name)
    {
        var outbox = new Outbox((eventName, payload) => Hear(name, eventName, payload), ThrowOut, Settings, NullLogger<Outbox>.Instance);
        outbox.Start();
        var connection = new ClientConnection(outbox, ThrowOut, Settings, Time);
        var joined = await Room.Run(() => Room.Join(connection, name, "key", null));
        Xunit.Assert.Null(joined.Error);
        await Room.Run(() => Subjects.SlotOf(Room.Participants[^1]));
        await TakeHeardAsync();
    }

    private void ThrowOut() => SomebodyWasThrownOut = true;

    private Task Hear(string person, string eventName, object payload)
    {
        switch (payload)
        {
            case TaskCompletionSource end:
                end.SetResult();
                return Task.CompletedTask;
            case FileWanted wanted:
                Say(person, by => _handovers.Take(by, new FilePart(wanted.Id, wanted.File, wanted.Offset, Convert.ToBase64String(new byte[wanted.Bytes]))));
                return Task.CompletedTask;
            case PluginQuestion question:
                Say(person, by => Answer(by, question));
                break;
        }

        // Read now: the bytes are gone when it is sent.
        var seen = payload is FrameOutput output ? new PluginMessage(output.PluginId, Convert.ToBase64String(output.Data)) : payload;
        lock (_gate)
            if (!Untold.Contains(eventName))
                _heard.Add((person, eventName, seen));
        return Task.CompletedTask;
    }

    // As AskModel says.
    private Outcome<Done> Answer(Participant by, PluginQuestion question)
    {
        var yes = by.Name == GateShape.People[0] && question.Kind != QuestionDraft.Remove;
        return yes && question.Kind == QuestionDraft.PickFile
            ? _handovers.Hand(by, new FilesHanded(question.Id, [new HandedFile("a", "text/plain", Math.Min(AskModel.FileBytes, question.MaxBytes))]))
            : _context.Questions.Answer(by, new QuestionAnswer(question.Id, yes));
    }

    private void Say(string person, Func<Participant, object> say) => Room.Post(() => say(Room.Participants.First(here => here.Name == person)));
}
