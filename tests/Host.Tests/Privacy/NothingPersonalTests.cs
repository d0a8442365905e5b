using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PluginRoom.Host.Logging;
using PluginRoom.Host.Rooms;
using PluginRoom.Host.Tests.Egress;
using PluginRoom.Host.Tests.Logging;
using PluginRoom.Host.Tests.Rooms.Plugins;
using PluginRoom.Host.Tests.Signaling;
using PluginRoom.Host.Tests.Telemetry;
using PluginRoom.Protocol.Client;
using Xunit;

namespace PluginRoom.Host.Tests.Privacy;

/// <summary>
/// A room in which everything happens that a host can log, with every level and every category of the framework switched on, and a
/// plugin that prints and throws whatever it hears. Then all that the host tells its operator is searched.
/// </summary>
public sealed class NothingPersonalTests : IAsyncLifetime
{
    private const string Marker = "MARKERmarkerMARKERmarkerMARKERmarkerMARK";
    private const string RoomInPath = "walnut-otter-lagoon-77";
    private static readonly string[] Categories = ["PluginRoom", "Microsoft", "System", "Microsoft.Extensions.Hosting.Internal.Host"];
    private static readonly string[] OperatorPaths = ["/openapi.json", "/health", "/health/live", "/health/ready", "/api/plugins", "/api/host/sandbox"];
    private readonly List<string> _asked = [];
    private readonly ThrowAwayAuthority _authority = new();
    private readonly WrittenLog _json = new(LogFormat.Json);
    private readonly WrittenLog _text = new(LogFormat.Text);
    private readonly List<string> _secrets = [Marker, "Lovelace", "plugin-room", RoomInPath, "127.0.0.1", "localhost", "whsec_", "a=candidate"];
    private PluginRoomFixture _room = null!;
    private Collector _collector = null!;
    private SinkServer _sink = null!;

    public async ValueTask InitializeAsync()
    {
        _sink = await SinkServer.Start(_authority.Issue(SinkFixture.HostName), context => context.Response.WriteAsync(Marker));
        _collector = await Collector.Start();
        _room = new PluginRoomFixture { Collector = _collector.Address, Services = services => ListenToAll(services.AddSingleton(_authority.LoopbackNetwork())), Logs = _json, PluginOutput = LogLevel.None };
        await _room.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _collector.DisposeAsync();
        await _sink.DisposeAsync();
        _authority.Dispose();
    }

    [Fact]
    public async Task Nothing_that_the_host_tells_its_operator_is_about_a_person()
    {
        await using (var ada = await _room.Join("Ada Lovelace"))
        await using (var ben = await _room.Join("Ben " + Marker[..10]))
        {
            _secrets.AddRange([ada.PublicKey, ada.Seat.ResumeToken, ada.Seat.Self, ben.Seat.Self, Marker[..10]]);
            await Negotiate(ada, ben);
            await UsePlugin(ada);
            await BeUgly(ada);
            await AskOverHttp();
            await AskAsOperator();
            await ada.Call<Done>("Leave", new { });
        }

        // What was not exported yet is exported at the end.
        await _room.DisposeAsync();

        // Proves that the lowest level of the framework and of our own is heard at all.
        Assert.Contains(_json.Heard, heard => heard.Level <= LogLevel.Debug && heard.Category.StartsWith("Microsoft.AspNetCore.Hosting", StringComparison.Ordinal));
        Assert.Contains(_json.Heard, heard => heard.Level == LogLevel.Debug && heard.Category == "PluginRoom.Host.Rooms.RoomDirectory");
        Assert.Contains(_text.Lines, line => line.Contains("Plugin test.pluginroom.loud 1.0.0 is ready", StringComparison.Ordinal));
        Assert.Contains(_collector.Received, sent => sent.Path == "/v1/metrics" && sent.Body.Contains("pluginroom.webhook.deliveries", StringComparison.Ordinal));
        Assert.Contains(_collector.Received, sent => sent.Path == "/v1/traces" && sent.Body.Contains("egress.request", StringComparison.Ordinal));
        foreach (var line in _json.Lines.Concat(_text.Lines).Concat(_collector.Received.Select(sent => sent.Body)).Concat(_asked))
            Assert.DoesNotContain(_secrets, secret => line.Contains(secret, StringComparison.OrdinalIgnoreCase));
    }

    // The rules of the real host stay; they are only told to let the lowest level through.
    private void ListenToAll(IServiceCollection services) => services
        .AddSingleton<ILoggerProvider>(_text)
        .PostConfigure<LoggerFilterOptions>(options =>
        {
            options.MinLevel = LogLevel.Trace;
            foreach (var category in Categories)
                options.Rules.Add(new LoggerFilterRule(null, category, LogLevel.Trace, null));
        });

    private static async Task Negotiate(Browser ada, Browser ben)
    {
        await ada.Relay(ben, Marker);
        await ben.Hear<Relayed>(RoomEvents.Relayed);
        await ada.Relay(ben, "v=0\r\na=candidate:1 1 udp 1 192.0.2.7 9 typ host", "offer");
        await ada.Relay("nobody", Marker);
        await ada.Relay(ben, Marker, Marker);
    }

    private async Task UsePlugin(Browser ada)
    {
        _room.Write("Loud", LoudPlugin.Files(SinkFixture.HostName, _sink.Port));
        var plugin = await PluginRoomFixture.Add(ada, LoudPlugin.Id);
        foreach (var category in LoudPlugin.Categories)
            await PluginRoomFixture.Choose(ada, plugin, category, "allow");
        Assert.Null((await ada.Call<Done>("DeliverChat", new ChatDelivery([LoudPlugin.Id], Marker, Marker))).Error);
        Assert.Equal("200", await Say(ada, Marker));
        await Deliver(await Say(ada, "hook"));
        await PluginRoomFixture.Choose(ada, plugin, "content.chat", "refuse");
        Assert.Null((await ada.Call<Done>("RemovePlugin", new PluginRequest(LoudPlugin.Id))).Error);
    }

    private static async Task<string> Say(Browser person, string text)
    {
        Assert.Null((await PluginRoomFixture.Type(person, LoudPlugin.Id, text)).Error);
        return await PluginRoomFixture.Shown(person);
    }

    private async Task Deliver(string place)
    {
        var (path, secret) = (place.Split(' ')[0], place.Split(' ')[1]);
        _secrets.AddRange([path["/hooks/".Length..], secret]);
        var seconds = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signature = HMACSHA256.HashData(Convert.FromBase64String(secret["whsec_".Length..]), Encoding.UTF8.GetBytes($"m1.{seconds}.{Marker}"));
        using var client = new HttpClient { BaseAddress = _room.Address };
        using var delivery = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(Marker) };
        delivery.Headers.Add("webhook-id", "m1");
        delivery.Headers.Add("webhook-timestamp", seconds);
        delivery.Headers.Add("webhook-signature", $"v1,{Convert.ToBase64String(signature)}");
        using var answer = await client.SendAsync(delivery);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        using var unsigned = await client.PostAsync(path, new StringContent(Marker));
        Assert.Equal(HttpStatusCode.Unauthorized, unsigned.StatusCode);
    }

    private static async Task BeUgly(Browser ada)
    {
        await ada.CallText("Join", $$"""{"{{Marker}}":1}""");
        await ada.CallText("Relay", $$"""{"to":"x","kind":"candidate","sealed":"{{Marker}}","{{Marker}}":1}""");
        await ada.CallText("SendInput", $$"""["{{Marker}}"]""");
        await Assert.ThrowsAnyAsync<Exception>(() => ada.CallRaw(Marker, Marker));
        await Assert.ThrowsAnyAsync<Exception>(() => ada.CallRaw("Join", Marker, Marker));
    }

    private async Task AskOverHttp()
    {
        using var client = new HttpClient { BaseAddress = _room.Address };
        foreach (var path in new[] { $"/r/{RoomInPath}", $"/{Marker}?{Marker}=1", $"/hooks/{Marker}", $"/plugins/{Marker}/x", "/hubs/room?id=" + Marker })
            (await client.GetAsync(path)).Dispose();
        foreach (var request in new[]
        {
            $"GET /r/{RoomInPath} HTTP/9.9\r\n\r\n",
            $"GET /r/{RoomInPath} HTTP/1.1\r\nHost: {Marker}:x y\r\n\r\n",
            $"{Marker} /r/{RoomInPath} HTTP/1.1\r\nHost: a\r\nContent-Length: {Marker}\r\n\r\n",
            $"GET /hubs/room HTTP/1.1\r\nHost: a\r\nOrigin: https://{Marker}.example\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: {Marker}\r\nSec-WebSocket-Version: 13\r\n\r\n",
            $"POST /hubs/room/negotiate HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nX-{Marker}: {Marker}\r\n\r\n{Marker}\r\n",
        })
        {
            await SendRaw(request);
        }
    }

    private async Task AskAsOperator()
    {
        using var client = new HttpClient { BaseAddress = _room.Address };
        foreach (var path in OperatorPaths)
            _asked.Add(await client.GetStringAsync(path));
    }

    private async Task SendRaw(string request)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, _room.Address.Port);
        await socket.SendAsync(Encoding.ASCII.GetBytes(request));
        socket.Shutdown(SocketShutdown.Send);
        var answer = new byte[4096];
        while (await ReceiveAsync(socket, answer) > 0)
        {
        }
    }

    // A server that refuses may also reset.
    private static async Task<int> ReceiveAsync(Socket socket, byte[] answer)
    {
        try
        {
            return await socket.ReceiveAsync(answer).WaitAsync(Browser.Deadline);
        }
        catch (SocketException)
        {
            return 0;
        }
    }
}
