using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using PluginRoom.Host.Egress;
using PluginRoom.Host.Egress.Network;
using PluginRoom.Host.Plugins.Manifest;
using PluginRoom.Host.Rooms.Plugins.Forgetting;
using PluginRoom.Host.Tests.Broker;
using PluginRoom.Host.Tests.Egress;
using PluginRoom.Host.Tests.Signaling;
using PluginRoom.Host.Tests.Storage;
using PluginRoom.Host.Vocabulary;
using Xunit;

namespace PluginRoom.Host.Tests.Forgetting;

/// <summary>The host's request to erase, against a real TLS server.</summary>
public sealed class ErasureDeskTests : IAsyncLifetime
{
    private const int Retries = 2;
    private static readonly ErasureTerms Terms = new()
    {
        Retries = Retries, FirstPause = TimeSpan.FromMilliseconds(10), Patience = Browser.Deadline,
    };

    private readonly ThrowAwayAuthority _authority = new();
    private readonly List<string> _asked = [];
    private RequestDelegate _answer = _ => Task.CompletedTask;
    private SinkServer _sink = null!;
    private StorageFixture _storage = null!;
    private ErasureDesk _desk = null!;

    public async ValueTask InitializeAsync()
    {
        _storage = await StorageFixture.Start();
        _sink = await SinkServer.Start(_authority.Issue(SinkFixture.HostName), async context =>
        {
            using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
            _asked.Add($"{context.Request.Method} {context.Request.Path} {context.Request.Headers.Authorization} {await reader.ReadToEndAsync()}");
            await _answer(context);
        });
        _desk = Desk(EgressAllowance.Parse("127.0.0.1", out _)!);
    }

    public async ValueTask DisposeAsync()
    {
        _desk.Dispose();
        await _storage.DisposeAsync();
        await _sink.DisposeAsync();
        _authority.Dispose();
    }

    [Fact]
    public async Task A_status_of_success_is_a_promise()
    {
        Assert.Null(await Ask());
        Assert.Equal(["POST /v1/erase Bearer key {}"], _asked);
    }

    [Fact]
    public async Task A_sink_that_fails_for_a_while_is_asked_again()
    {
        _answer = context =>
        {
            context.Response.StatusCode = _asked.Count <= Retries ? 503 : 204;
            return Task.CompletedTask;
        };

        Assert.Null(await Ask());
        Assert.Equal(1 + Retries, _asked.Count);
    }

    [Fact]
    public async Task A_sink_that_always_fails_has_promised_nothing()
    {
        _answer = context =>
        {
            context.Response.StatusCode = 500;
            return Task.CompletedTask;
        };

        Assert.Equal("It answered with status 500, which promises nothing.", await Ask());
        Assert.Equal(1 + Retries, _asked.Count);
    }

    [Fact]
    public async Task A_plain_no_is_not_asked_again()
    {
        _answer = context =>
        {
            context.Response.StatusCode = 404;
            return Task.CompletedTask;
        };

        Assert.Equal("It answered with status 404, which promises nothing.", await Ask());
        Assert.Single(_asked);
    }

    [Fact]
    public async Task A_sink_that_never_answers_is_given_up()
    {
        _answer = context => Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(static _ => { }, TaskScheduler.Default);

        using var desk = Desk(EgressAllowance.Parse("127.0.0.1", out _)!, Terms with { Patience = TimeSpan.FromSeconds(1) });
        Assert.Equal("It did not answer in time.", await Ask(desk, _sink.Port));
    }

    [Theory]
    [InlineData("https://elsewhere.example.test/erase")]
    [InlineData("/v2/erase")]
    public async Task A_redirect_to_elsewhere_is_not_followed(string location)
    {
        _answer = context =>
        {
            context.Response.StatusCode = 307;
            context.Response.Headers.Location = location;
            return Task.CompletedTask;
        };

        Assert.Contains("redirects (307)", await Ask(), StringComparison.Ordinal);
        Assert.Single(_asked);
    }

    [Fact]
    public async Task Rubbish_is_no_promise()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var rubbish = Task.Run(async () =>
        {
            for (var attempt = 0; attempt <= Retries; attempt++)
            {
                using var client = await listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
                await client.GetStream().WriteAsync("SSH-2.0-surprise\r\n"u8.ToArray(), TestContext.Current.CancellationToken);
            }
        }, TestContext.Current.CancellationToken);

        Assert.NotNull(await Ask(((IPEndPoint)listener.LocalEndpoint).Port));
    }

    [Fact]
    public async Task An_address_that_plugins_may_not_reach_is_not_asked()
    {
        using var desk = Desk(EgressAllowance.None);

        Assert.Contains("plugins may not reach", await Ask(desk, _sink.Port), StringComparison.Ordinal);
        Assert.Empty(_asked);
    }

    private Task<string?> Ask(int? port = null) => Ask(_desk, port ?? _sink.Port);

    private async Task<string?> Ask(ErasureDesk desk, int port)
    {
        var url = $"https://{SinkFixture.HostName}:{port}/v1/erase";
        var note = new ErasureNote("org.example.minutes", "api", 0, url, url, "{}"u8.ToArray());
        var gate = new GateFixture([Capability.NetFetch], "content.chat to sink:api");
        var flow = gate.Broker.NoteErasure(gate.Plugin, new SinkName(SinkKind.External, "api"), 1u << (int)DataCategory.ContentChat, 0, 2);
        return await desk.AskAsync(new ErasureRequest(
            note, new EgressSink(new ManifestSink { Id = "api", Url = url, Operator = "Example e.V.", Country = "DE", Methods = [SinkMethod.Post] }, 0, [new("authorization", "Bearer key")]), flow));
    }

    private ErasureDesk Desk(EgressAllowance allowance, ErasureTerms? terms = null)
    {
        var policy = new AddressPolicy(allowance);
        var network = new EgressNetwork(
            new PinnedConnector(policy, (_, _) => Task.FromResult(new[] { IPAddress.Loopback })), new EgressLimits(), _authority.Roots);
        return new ErasureDesk(network, _storage.Host, terms ?? Terms, TimeProvider.System, NullLogger.Instance);
    }
}
