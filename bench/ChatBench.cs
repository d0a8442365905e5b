using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using PluginRoom.Host.Broker;
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
using PluginRoom.Host.Vocabulary;
using PluginRoom.Host.Webhooks;
using PluginRoom.Host.Workers;
using PluginRoom.Protocol.Client;
using PluginRoom.Protocol.Worker;

namespace PluginRoom.Bench;

/// <summary>
/// A chat line to 10 plugins in a room of 8, through the real room: its queue, the gate, the ledger, the worker's message as JSON. Only the
/// pipe ends in memory. Beside it the same messages made and written without a room and without a gate.
/// </summary>
internal static class ChatBench
{
    private const int People = 8;
    private const int Plugins = 10;
    private const int Lines = 20_000;
    private const int InFlight = 64;
    private const string Text = "The minutes of last week are on the board; please look at the second point before we go on.";

    internal static async Task RunAsync()
    {
        var (room, people) = await OpenAsync();
        var ids = Enumerable.Range(0, Plugins).Select(Id).ToArray();
        var control = await MeasureAsync(line => Task.FromResult(WriteAll(line)));
        var gated = await MeasureAsync(line => room.Run(() =>
            room.Plugins.Deliveries.Chat(people[line % People], new ChatDelivery(ids, "m", Text)).Error is null));
        Report("a chat line to 10 plugins, written only", control, control);
        Report("a chat line to 10 plugins, through the room and the gate", gated, control);
        foreach (var person in people)
            await room.Run(() => room.Leave(person));
    }

    private static string Id(int number) => string.Create(CultureInfo.InvariantCulture, $"org.example.reader{number}");

    private static bool WriteAll(int line)
    {
        for (var plugin = 0; plugin < Plugins; plugin++)
            MemoryPipe.Shared.Write(new ChatMessageEvent("sixteen-letters-", "m", Text, line));
        return true;
    }

    private static async Task<double> MeasureAsync(Func<int, Task<bool>> send)
    {
        await SendAsync(send, Lines / 10);
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        await SendAsync(send, Lines);
        return Lines / (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds;
    }

    private static async Task SendAsync(Func<int, Task<bool>> send, int lines)
    {
        var open = new Task<bool>[InFlight];
        for (var line = 0; line < lines; line += InFlight)
        {
            for (var i = 0; i < InFlight; i++)
                open[i] = send(line + i);
            if (!(await Task.WhenAll(open)).All(passed => passed))
                throw new InvalidOperationException("The bench measures the way through, but the gate refused.");
        }
    }

    private static async Task<(Room Room, IReadOnlyList<Participant> People)> OpenAsync()
    {
        var time = TimeProvider.System;
        var settings = new RoomSettings { OutboxMessages = 1 << 20, OutboxBytes = int.MaxValue };
        var outside = EgressNetwork.Public(EgressAllowance.None, SinkCredentials.None);
        var storage = new HostStorage("/nowhere", new StorageLimits(), time, NullLogger.Instance);
        var forgetting = new ForgettingDesk(new ErasureDesk(outside, storage, time, NullLogger<ErasureDesk>.Instance), new HeapCompaction(time), outside);
        var catalog = new PluginCatalog(
            new HostSettings(IPAddress.Loopback, 0, "/nowhere", "/nowhere", "/nowhere", "/nowhere"), time, NullLogger<PluginCatalog>.Instance);
        var factory = new RoomPluginsFactory(
            catalog, new MemoryLauncher(), new PluginUiAddresses(new()), storage, outside, new WebhookTable(), forgetting, time, NullLoggerFactory.Instance);
        var room = new Room(RoomName.Parse("bench")!.Value, settings, time, factory, static _ => { }, NullLoggerFactory.Instance);
        for (var number = 0; number < People; number++)
        {
            var outbox = new Outbox(static (_, _) => Task.CompletedTask, static () => { }, settings, NullLogger<Outbox>.Instance);
            outbox.Start();
            await room.Run(() => room.Join(new ClientConnection(outbox, static () => { }, settings, time), "Ada", "key", null));
        }

        for (var number = 0; number < Plugins; number++)
            await room.Run(() => Allow(room, room.Plugins.Add(room.Participants[0], Reader(number))));
        return (room, room.Participants);
    }

    private static bool Allow(Room room, RoomPluginView plugin)
    {
        foreach (var person in room.Participants)
            room.Plugins.Decide(person, new ConsentRequest(plugin.Id, [.. plugin.Flows.Select(flow => new FlowChoice(flow.Key, "allow"))]));
        return true;
    }

    private static InstalledPlugin Reader(int number) => new(
        new()
        {
            ManifestVersion = 1,
            Id = Id(number),
            Name = "Reader",
            Version = "1.0.0",
            Engines = new() { Pluginroom = "^1.0" },
            Publisher = new() { Name = "PluginRoom bench", Contact = "bench@example.org", PrivacyPolicy = "PRIVACY.md" },
            Server = new() { Runtime = ServerRuntime.Dotnet, Entry = "Reader.dll" },
            Capabilities = [new() { Name = Capability.ChatRead, Reason = "Reads" }, new() { Name = Capability.ChatSend, Reason = "Writes" }],
            DataFlows = [new() { Data = DataCategory.ContentChat, To = SinkName.Room, Purpose = Purpose.Functionality, Retention = Retention.Parse("none")!.Value }],
        },
        "/nowhere",
        "hash");

    private static void Report(string what, double perSecond, double control) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{what,-58} {perSecond,9:0} lines a second of one core, {perSecond * Plugins,9:0} deliveries   {control / perSecond,5:0.0} x"));

    /// <summary>Where a message to a worker is written when there is no worker: the frame is made as for a pipe.</summary>
    private sealed class MemoryPipe : ISupervisedWorker
    {
        private readonly byte[] _buffer = new byte[1 << 20];
        private int _at;

        public static MemoryPipe Shared { get; } = new();

        public WorkerState State { get; } = new WorkerRunning();

        public void Write(WorkerEvent message)
        {
            var payload = JsonSerializer.SerializeToUtf8Bytes(message, WorkerJson.Default.WorkerEvent);
            if (_at + FrameHeader.Size + payload.Length > _buffer.Length)
                _at = 0;
            new FrameHeader(WorkerFrameType.Event, 0, payload.Length).Write(_buffer.AsSpan(_at));
            payload.CopyTo(_buffer.AsSpan(_at + FrameHeader.Size));
            _at += FrameHeader.Size + payload.Length;
        }

        public WorkerDelivery SendEvent(in AuthorizedFlow flow, WorkerEvent message)
        {
            _ = flow.Capability;
            Write(message);
            return WorkerDelivery.Sent;
        }

        public WorkerDelivery SendUiInput(in AuthorizedFlow flow, string pseudonym, ReadOnlySpan<byte> data) => WorkerDelivery.Sent;

        public Task RestartAsync(string reason) => Task.CompletedTask;

        public Task ReplaceAsync(string reason) => Task.CompletedTask;

        public ValueTask EndAsync() => default;

        public ValueTask DisposeAsync() => default;
    }

    private sealed class MemoryLauncher() : WorkerLauncher(new() { WorkerPath = "/nowhere" }, TimeProvider.System, NullLogger<WorkerLauncher>.Instance)
    {
        public override string Isolation => "none";

        public override ISupervisedWorker SuperviseFor(WorkerSpec spec, IWorkerOwner owner) => new MemoryPipe();
    }
}
