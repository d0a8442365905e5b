using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Threading.Channels;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using PluginRoom.Host.Rooms;
using PluginRoom.Protocol.Client;
using Xunit;

namespace PluginRoom.Host.Tests.Signaling;

/// <summary>What a browser is to the host: a SignalR client, a key of its own, and the events it heard.</summary>
internal sealed class Browser : IAsyncDisposable
{
    /// <summary>40 characters of base64url: a nonce, a tag and two bytes.</summary>
    public const string Sealed = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    /// <summary>It only turns a hang into a failure: nothing that holds takes this long, however busy the machine is.</summary>
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    private readonly HubConnection _hub;
    private readonly Dictionary<string, Channel<JsonElement>> _heard = [];
    private readonly ConcurrentDictionary<string, int> _generations = [];
    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile IReadOnlyList<CatalogPlugin>? _catalog;

    private Browser(HubConnection hub)
    {
        _hub = hub;
        _hub.Closed += _ =>
        {
            _closed.TrySetResult();
            return Task.CompletedTask;
        };
        foreach (var name in EventNames)
        {
            var channel = _heard[name] = Channel.CreateUnbounded<JsonElement>();
            _hub.On<JsonElement>(name, payload =>
            {
                // Before a test hears of it, which may go on at once, on another thread.
                Remember(name, payload);
                channel.Writer.TryWrite(payload.Clone());
            });
        }
    }

    public static IReadOnlyList<string> EventNames { get; } =
        [.. typeof(RoomEvents).GetFields().Select(field => (string)field.GetRawConstantValue()!)];

    public string PublicKey { get; set; } = NewKey();

    public JoinReply Seat { get; private set; } = null!;

    public static JsonSerializerOptions Json { get; } = new(JsonSerializerOptions.Web);

    public static string NewKey()
    {
        using var key = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        return System.Buffers.Text.Base64Url.EncodeToString([4, .. point.X!, .. point.Y!]);
    }

    public static Task<Browser> Connect(RunningHost host, string? origin = null) => Connect(host.Address, origin);

    public static async Task<Browser> Connect(Uri address, string? origin = null)
    {
        var uri = new UriBuilder(new Uri(address, "/hubs/room")) { Scheme = "ws" }.Uri;
        var services = new HubConnectionBuilder().Services;
        services.AddSingleton<IHubProtocol>(new JsonHubProtocol());
        var hub = new HubConnection(
            new SocketConnectionFactory(origin), new JsonHubProtocol(), new UriEndPoint(uri), services.BuildServiceProvider(), NullLoggerFactory.Instance)
        {
            // A host whose clock stands still pings nobody.
            ServerTimeout = TimeSpan.FromHours(1),
            HandshakeTimeout = Deadline,
        };
        var browser = new Browser(hub);
        await hub.StartAsync().WaitAsync(Deadline);
        return browser;
    }

    public static async Task<Browser> Join(RunningHost host, string room, string name)
    {
        var browser = await Connect(host);
        await browser.Join(room, name);
        return browser;
    }

    public async Task<JoinReply> Join(string room, string name, string? resumeToken = null)
    {
        _catalog = null;
        _generations.Clear();
        var reply = await Call<JoinReply>("Join", new JoinRequest(room, name, PublicKey, resumeToken));
        Assert.Null(reply.Error);

        // What was heard before this goes on is newer.
        foreach (var plugin in reply.Value!.Plugins)
            Follow(plugin.Id, plugin.Generation);
        Interlocked.CompareExchange(ref _catalog, reply.Value.Catalog, null);
        return Seat = reply.Value;
    }

    /// <summary>Waits until this person's page lists the plugin as ready, which it may have done on entering.</summary>
    public async Task SeeReady(string pluginId)
    {
        while (_catalog?.Any(plugin => plugin.Id == pluginId && plugin.State == "ready") != true)
            await Hear<CatalogPlugin[]>(RoomEvents.CatalogChanged);
    }

    /// <summary>Of that plugin's frames, as this person's page was told last; 0 when it knows no such plugin.</summary>
    public int GenerationOf(string pluginId) => _generations.GetValueOrDefault(pluginId);

    public async Task<HubReply<T>> Call<T>(string method, object? request) =>
        await _hub.InvokeAsync<HubReply<T>>(method, request).WaitAsync(Deadline);

    public Task<HubReply<Done>> Relay(Browser to, string content, string kind = "candidate") =>
        Relay(to.Seat.Self, content, kind);

    public Task<HubReply<Done>> Relay(string to, string content, string kind = "candidate") =>
        Call<Done>("Relay", new RelayRequest(to, kind, content));

    public async Task<object?> CallRaw(string method, params object?[] arguments) =>
        await _hub.InvokeCoreAsync<JsonElement>(method, arguments).WaitAsync(Deadline);

    /// <summary>With an argument that no serializer has looked at.</summary>
    public async Task<JsonElement> CallText(string method, string json)
    {
        var arguments = new object?[] { new RawJson(json) };
        return await _hub.InvokeCoreAsync<JsonElement>(method, arguments).WaitAsync(Deadline);
    }

    public async Task<T> Hear<T>(string eventName)
    {
        using var deadline = new CancellationTokenSource(Deadline);
        return (await _heard[eventName].Reader.ReadAsync(deadline.Token)).Deserialize<T>(Json)!;
    }

    public bool HasHeard(string eventName) => _heard[eventName].Reader.TryPeek(out _);

    public Task Closed => _closed.Task.WaitAsync(Deadline);

    public async ValueTask DisposeAsync() => await _hub.DisposeAsync();

    // As a page does: it knows what the host offers, and whatever a frame sends says of which generation it is.
    private void Remember(string eventName, JsonElement payload)
    {
        if (eventName == RoomEvents.RoomPluginChanged)
            Follow(payload.GetProperty("id").GetString()!, payload.GetProperty("generation").GetInt32());
        else if (eventName == RoomEvents.CatalogChanged)
            _catalog = payload.Deserialize<CatalogPlugin[]>(Json);
    }

    private void Follow(string pluginId, int generation) =>
        _generations.AddOrUpdate(pluginId, generation, (_, known) => Math.Max(known, generation));

    [JsonConverter(typeof(RawJsonWriter))]
    private sealed record RawJson(string Text);

    private sealed class RawJsonWriter : JsonConverter<RawJson>
    {
        public override RawJson Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, RawJson value, JsonSerializerOptions options) =>
            writer.WriteRawValue(value.Text, skipInputValidation: true);
    }
}
