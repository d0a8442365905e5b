using System.Net;
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
using PluginRoom.Host.Rooms.Plugins.Keeping;
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
    // Its folder is never touched: nothing here stores anything.
    private static readonly HostStorage Storage = new("/nowhere", new StorageLimits(), TimeProvider.System, NullLogger.Instance);
    private static readonly RoomSettings Settings = new() { OutboxMessages = 4096, OutboxBytes = 1 << 30 };
    private static readonly EgressNetwork Outside = EgressNetwork.Public(EgressAllowance.None, SinkCredentials.None);
    private static readonly ForgettingDesk Forgetting =
        new(new ErasureDesk(Outside, TimeProvider.System), new HeapCompaction(TimeProvider.System), Outside);

    private readonly Lock _gate = new();
    private readonly List<(string Person, string Event, object Payload)> _heard = [];

    private FuzzRoom(OpenRoom room, FakeTime time, GateShape shape)
    {
        (Room, Time, Shape) = (room, time, shape);
        Ledger = new FlowLedger(time);
        var broker = new CapabilityBroker(Ledger);
        var context = new RoomPluginContext(
            room, Subjects, new FrameGenerations(), broker, new PluginQuestions(room, broker, time), new PluginCallDesk(room, broker, time), Launch.Launcher, new PluginUiAddresses(new()), Storage.OpenRoom("fuzz"), Outside,
            new WebhookTable(), new RoomForgetting(room, Subjects, broker, Forgetting, time), time, NullLoggerFactory.Instance);
        Plugin = new RoomPlugin(new InstalledPlugin(shape.ToManifest(), "/nowhere", "hash"), context, "Ada", "ada");
        Owner = new PluginWorkerOwner(Plugin, context, new PluginCalls(Plugin, context), new StoreCalls(Plugin, context));
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

    internal static async Task<FuzzRoom> OpenAsync(GateShape shape)
    {
        var time = new FakeTime();
        var settings = new HostSettings(IPAddress.Loopback, 0, "/nowhere", "/nowhere", "/nowhere", "/nowhere");
        var catalog = new PluginCatalog(settings, time, NullLogger<PluginCatalog>.Instance);
        var factory = new RoomPluginsFactory(
            catalog, Launch.Launcher, new PluginUiAddresses(new()), Storage, Outside, new WebhookTable(), Forgetting, time, NullLoggerFactory.Instance);
        var room = new OpenRoom(RoomName.Parse("fuzz")!.Value, Settings, time, factory, static _ => { }, NullLoggerFactory.Instance);
        var fuzz = new FuzzRoom(room, time, shape);
        foreach (var name in GateShape.People)
            await fuzz.JoinAsync(name);
        await room.Run(() =>
        {
            shape.Apply(fuzz);
            return true;
        });
        return fuzz;
    }

    /// <summary>What the people were sent since the last time, in its order for each.</summary>
    internal IReadOnlyList<(string Person, string Event, object Payload)> TakeHeard()
    {
        lock (_gate)
        {
            var heard = _heard.ToList();
            _heard.Clear();
            return heard;
        }
    }

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
        TakeHeard();
    }

    private void ThrowOut() => SomebodyWasThrownOut = true;

    private Task Hear(string person, string eventName, object payload)
    {
        // Read now: the bytes are gone when it is sent.
        var seen = payload is FrameOutput output ? new PluginMessage(output.PluginId, Convert.ToBase64String(output.Data)) : payload;
        lock (_gate)
            _heard.Add((person, eventName, seen));
        return Task.CompletedTask;
    }
}
