using System.Diagnostics;
using System.Net;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using PluginRoom.Host.Plugins.Catalog;
using PluginRoom.Host.Rooms;
using PluginRoom.Host.Rooms.Plugins;
using PluginRoom.Host.Settings;
using PluginRoom.Host.Workers;
using PluginRoom.Protocol.Client;

namespace PluginRoom.Bench.Revocation;

/// <summary>A whole host, one person in a room, and plugins that store what that person says.</summary>
internal sealed class ForgettingRoom : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Room _room;
    private readonly Participant _person;
    private readonly Dictionary<string, RoomPluginView> _plugins = [];
    private readonly Channel<(string Event, object Payload, long At)> _heard;

    private ForgettingRoom(WebApplication app, Room room, Channel<(string Event, object Payload, long At)> heard) =>
        (_app, _room, _person, _heard) = (app, room, room.Participants[0], heard);

    internal WorkerLauncher Launcher => _app.Services.GetRequiredService<WorkerLauncher>();

    /// <summary>Of one of the plugins.</summary>
    internal WorkerSpec Spec
    {
        get
        {
            var installed = _app.Services.GetRequiredService<PluginCatalog>().Find(_plugins.Keys.First())!;
            return WorkerSpecs.For(installed, installed.Manifest.Server!, "bench");
        }
    }

    internal static async Task<ForgettingRoom> OpenAsync(string folder, int plugins)
    {
        var installed = Directory.CreateDirectory(Path.Combine(folder, "plugins"));
        for (var index = 0; index < plugins; index++)
            KeepingPlugin.Write(Path.Combine(installed.FullName, $"keep{index}"), $"bench.keep{index}");
        var settings = new HostSettings(
            IPAddress.Loopback, 0, installed.FullName, Directory.CreateDirectory(Path.Combine(folder, "data")).FullName, folder, BuiltParts.WorkerAssembly)
        {
            SandboxFloor = Host.Workers.Sandbox.SandboxTier.Landlock,
        };
        var app = Host.Program.Build(settings);
        await app.StartAsync();
        var heard = Channel.CreateUnbounded<(string, object, long)>();
        var outbox = new Outbox(
            (name, payload) => heard.Writer.WriteAsync((name, payload, Stopwatch.GetTimestamp())).AsTask(), static () => { }, settings.Rooms, NullLogger<Outbox>.Instance);
        outbox.Start();
        var rooms = app.Services.GetRequiredService<RoomDirectory>();
        var connection = new ClientConnection(outbox, static () => { }, settings.Rooms, TimeProvider.System);
        var joined = await rooms.Join(connection, new JoinRequest("bench-room", "Bench", RelayClient.NewKey(), null));
        if (joined.Error is { } error)
            throw new InvalidOperationException(error.Message);
        var room = new ForgettingRoom(app, rooms.Rooms.Single(), heard);
        for (var index = 0; index < plugins; index++)
            await room.AddAsync($"bench.keep{index}");
        return room;
    }

    /// <summary>Allows everything, says a line, and waits until each plugin has stored it.</summary>
    internal async Task LetThemKnowAsync()
    {
        foreach (var plugin in _plugins.Values)
            await DecideAsync(plugin, "allow");
        var line = new ChatDelivery([.. _plugins.Keys], "m", "a line that is to be forgotten");
        var told = new HashSet<string>();
        while (told.Count < _plugins.Count)
        {
            var missing = line with { PluginIds = [.. _plugins.Keys.Except(told)] };
            // Refused until the fresh process runs.
            await _room.Run(() => _room.Plugins.Deliveries.Chat(_person, missing));
            for (var next = await _heard.Reader.ReadAsync(); ; next = await _heard.Reader.ReadAsync())
            {
                if (next.Payload is PluginChat stored)
                    told.Add(stored.PluginId);
                if (told.Count == _plugins.Count || next.Payload is RoomPluginView { State: "running" })
                    break;
            }
        }
    }

    internal async Task TakeBackAsync()
    {
        foreach (var plugin in _plugins.Values)
            await DecideAsync(plugin, "refuse");
    }

    /// <summary>When each of the plugins' receipts said so.</summary>
    internal async Task<IReadOnlyList<long>> ForgottenAsync()
    {
        var at = new List<long>();
        while (at.Count < _plugins.Count)
            if (await _heard.Reader.ReadAsync() is (_, RevocationReceipt { State: "forgotten", WorkerEnded: true, ValuesDeleted: > 0 }, var when))
                at.Add(when);
        return at;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AddAsync(string id)
    {
        while (true)
        {
            var added = await _room.Run(() => _room.Plugins.Add(_person, new PluginRequest(id)));
            if (added.Value is { } view)
                _plugins[id] = view;
            if (await HearRunningAsync(id, added.Value is not null))
                return;
        }
    }

    // Or, while it is not there yet, any change of what is installed.
    private async Task<bool> HearRunningAsync(string id, bool isAdded)
    {
        while (true)
        {
            var (name, payload, _) = await _heard.Reader.ReadAsync();
            if (!isAdded && name == RoomEvents.CatalogChanged)
                return false;
            if (payload is RoomPluginView { State: "running" } view && view.Id == id)
                return true;
        }
    }

    private Task<Outcome<ConsentView>> DecideAsync(RoomPluginView plugin, string choice) => _room.Run(() => _room.Plugins.Decide(
        _person, new ConsentRequest(plugin.Id, [.. plugin.Flows.Select(flow => new FlowChoice(flow.Key, choice))])));
}
