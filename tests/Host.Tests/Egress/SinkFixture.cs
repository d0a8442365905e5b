using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using PluginRoom.Host.Egress;
using PluginRoom.Host.Egress.Network;
using PluginRoom.Host.Egress.Requests;
using PluginRoom.Host.Plugins.Manifest;
using PluginRoom.Host.Tests.Broker;
using PluginRoom.Host.Tests.Rooms;
using PluginRoom.Host.Vocabulary;

namespace PluginRoom.Host.Tests.Egress;

/// <summary>A plugin that may fetch from one sink, a server that plays it, and names that lead where the test says.</summary>
internal sealed class SinkFixture : IAsyncDisposable
{
    public const string HostName = "api.example.test";

    private readonly ThrowAwayAuthority _authority = new();
    private SinkClient _client = null!;
    private SinkGate _gate = null!;
    private RawSink? _raw;

    public SinkServer Server { get; private set; } = null!;

    public FakeTime Time { get; } = new();

    public GateFixture Gate { get; } = new([Capability.ChatRead, Capability.NetFetch], "content.chat to sink:api");

    /// <summary>What each look-up of a name gives; by default the server's address.</summary>
    public Func<string, CancellationToken, Task<IPAddress[]>> Names { get; set; } = (_, _) => Task.FromResult(new[] { IPAddress.Loopback });

    public List<string> LookedUp { get; } = [];

    private IReadOnlyList<SinkHeader> Credentials { get; init; } = [];

    public static async Task<SinkFixture> StartWithKey(RequestDelegate answer, string key)
    {
        var fixture = new SinkFixture { Credentials = [new("authorization", key)] };
        fixture.Server = await SinkServer.Start(fixture._authority.Issue(HostName), answer);
        fixture.Plug(new EgressLimits(), [SinkMethod.Get]);
        return fixture;
    }

    /// <param name="answer">How the sink answers a path below /v1/.</param>
    public static Task<SinkFixture> Start(RequestDelegate answer, params SinkMethod[] methods) => Start(answer, null, methods);

    public static async Task<SinkFixture> Start(RequestDelegate answer, EgressLimits? limits, params SinkMethod[] methods)
    {
        var fixture = new SinkFixture();
        fixture.Server = await SinkServer.Start(fixture._authority.Issue(HostName), answer);
        fixture.Plug(limits ?? new EgressLimits(), methods.Length == 0 ? [SinkMethod.Get, SinkMethod.Post] : methods);
        return fixture;
    }

    /// <summary>A sink whose server presents this certificate.</summary>
    public static async Task<SinkFixture> StartWith(Func<ThrowAwayAuthority, System.Security.Cryptography.X509Certificates.X509Certificate2> certificate)
    {
        var fixture = new SinkFixture();
        fixture.Server = await SinkServer.Start(certificate(fixture._authority), _ => Task.CompletedTask);
        fixture.Plug(new EgressLimits(), [SinkMethod.Get]);
        return fixture;
    }

    /// <summary>A sink that says after the request's head whatever this writes.</summary>
    public static SinkFixture Raw(Func<Stream, CancellationToken, Task> answer)
    {
        var fixture = new SinkFixture();
        fixture._raw = new RawSink(fixture._authority.Issue(HostName), answer);
        fixture.Plug(new EgressLimits(), [SinkMethod.Get]);
        return fixture;
    }

    public Task<SinkResponse> Send(string method, string path = "", string query = "", string body = "", params SinkHeader[] headers) =>
        _client.SendAsync(_gate.Sink, new SinkRequest(method, path, query, headers, Encoding.UTF8.GetBytes(body)), bytes => ValueTask.FromResult(_gate.Ask(bytes)));

    /// <summary>Ends the client, as the end of the plugin's process does.</summary>
    public void Stop() => _client.Dispose();

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        if (_raw is null)
            await Server.DisposeAsync();
        else
            await _raw.DisposeAsync();
        _authority.Dispose();
    }

    public static async Task<string> Text(SinkResponse response)
    {
        await using (response)
        {
            var text = new StringBuilder();
            var buffer = new byte[1024];
            while (await response.ReadAsync(buffer) is var count and > 0)
                text.Append(Encoding.UTF8.GetString(buffer, 0, count));
            return text.ToString();
        }
    }

    private void Plug(EgressLimits limits, SinkMethod[] methods)
    {
        var policy = new AddressPolicy(EgressAllowance.Parse("127.0.0.1", out _)!, _ => false);
        var network = new EgressNetwork(new PinnedConnector(policy, LookUp), limits, _authority.Roots);
        var sink = new ManifestSink
        {
            Id = "api", Url = $"https://{HostName}:{_raw?.Port ?? Server.Port}/v1/", Operator = "Example e.V.", Country = "DE", Methods = methods,
        };
        _client = new SinkClient(network, new ByteBudget(Time, limits.ResponseBytesPerMinute), Time);
        _gate = new SinkGate(Gate.Broker, Gate.Plugin, new EgressSink(sink, 0, Credentials), Time);
    }

    private Task<IPAddress[]> LookUp(string host, CancellationToken cancellationToken)
    {
        LookedUp.Add(host);
        return Names(host, cancellationToken);
    }
}
