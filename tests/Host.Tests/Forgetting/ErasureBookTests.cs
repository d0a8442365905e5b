using System.Net;
using System.Text;
using System.Threading.Channels;
using Microsoft.Extensions.Logging.Abstractions;
using PluginRoom.Host.Egress;
using PluginRoom.Host.Egress.Network;
using PluginRoom.Host.Rooms.Plugins.Forgetting;
using PluginRoom.Host.Tests.Broker;
using PluginRoom.Host.Tests.Egress;
using PluginRoom.Host.Tests.Signaling;
using PluginRoom.Host.Tests.Storage;
using PluginRoom.Host.Vocabulary;
using Xunit;

namespace PluginRoom.Host.Tests.Forgetting;

/// <summary>Requests to erase that a sink has not answered when the host stops or falls, against a real TLS server and real files.</summary>
public sealed class ErasureBookTests : IAsyncLifetime
{
    private const string Body = """{"plugin":"org.example.minutes","person":"q3J0c1pYVnR4aGJt"}""";
    private static readonly ErasureTerms Terms = new() { Retries = 2, FirstPause = TimeSpan.FromMilliseconds(10), Patience = TimeSpan.FromSeconds(60) };

    private readonly ThrowAwayAuthority _authority = new();
    private readonly Channel<string> _asked = Channel.CreateUnbounded<string>();
    private SinkServer _sink = null!;
    private StorageFixture _storage = null!;
    private int _status;

    public async ValueTask InitializeAsync()
    {
        _storage = await StorageFixture.Start();
        _sink = await SinkServer.Start(_authority.Issue(SinkFixture.HostName), async context =>
        {
            using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
            await _asked.Writer.WriteAsync($"{context.Request.Method} {context.Request.Path} {await reader.ReadToEndAsync()}");
            if (_status == 0)
                await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(static _ => { }, TaskScheduler.Default);
            context.Response.StatusCode = _status;
        });
    }

    public async ValueTask DisposeAsync()
    {
        await _storage.DisposeAsync();
        await _sink.DisposeAsync();
        _authority.Dispose();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_open_when_the_host_ended_is_asked_once_more_in_the_same_words(bool fell)
    {
        await EndWhileOpen(fell);

        await Resume(204);

        Assert.Equal($"POST /v1/erase {Body}", await Asked());
        await _storage.Restart();
        await Resume(204);
        Assert.False(_asked.Reader.TryRead(out _));
    }

    [Fact]
    public async Task A_sink_that_answers_leaves_nothing_to_open()
    {
        using var desk = Desk();
        var asking = Ask(desk);
        await Asked();
        using var open = await CopyWithKeys();
        Assert.Equal(1, open.OpenedBy(open.Keys));
        Assert.False(_storage.FolderHolds("q3J0c1pYVnR4aGJt"));
        await desk.StopAsync(TestContext.Current.CancellationToken);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);

        await _storage.Restart();
        await Resume(204);

        Assert.Equal(0, open.OpenedBy(StolenCopy.KeysOf(_storage.Folder)));
        Assert.Empty(Directory.GetFiles(_storage.Folder, "*.damaged*"));
    }

    [Fact]
    public async Task A_sink_that_promises_nothing_then_either_is_not_asked_for_ever()
    {
        await EndWhileOpen(fell: false);

        await Resume(500);

        for (var attempt = 0; attempt <= Terms.Retries; attempt++)
            Assert.Equal($"POST /v1/erase {Body}", await Asked());
        await _storage.Restart();
        await Resume(204);
        Assert.False(_asked.Reader.TryRead(out _));
    }

    [Fact]
    public async Task After_a_week_it_is_not_asked_any_more_and_its_key_is_gone()
    {
        await EndWhileOpen(fell: false);
        using var open = _storage.Steal();

        await _storage.Restart(() => _storage.Clocks.Pass(TimeSpan.FromDays(7)));
        await Resume(204);

        Assert.False(_asked.Reader.TryRead(out _));
        Assert.Equal((1, 0), (open.OpenedBy(open.Keys), open.OpenedBy(StolenCopy.KeysOf(_storage.Folder))));
    }

    [Fact]
    public async Task A_disk_that_takes_nothing_does_not_keep_the_sink_from_being_asked()
    {
        Directory.CreateDirectory(_storage.DatabasePath);
        _status = 204;
        using var desk = Desk();

        Assert.Null(await Ask(desk));
        Assert.Equal($"POST /v1/erase {Body}", await Asked());
    }

    /// <summary>A host asks, and stops or falls before the sink has answered.</summary>
    private async Task EndWhileOpen(bool fell)
    {
        using var desk = Desk();
        var asking = Ask(desk);
        await Asked();
        using var asItFell = await CopyWithKeys();
        await desk.StopAsync(TestContext.Current.CancellationToken);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        await _storage.Restart(() =>
        {
            if (fell)
                asItFell.PutBack(_storage.Folder, halfASlot: false);
        });
    }

    /// <summary>The sink is asked before the disk has it; what the disk was asked for before this is done when it returns.</summary>
    private async Task<StolenCopy> CopyWithKeys()
    {
        await _storage.Host.TryDiskAsync();
        return _storage.Steal();
    }

    private async Task Resume(int status)
    {
        _status = status;
        using var desk = Desk();
        await desk.StartAsync(TestContext.Current.CancellationToken);
        await desk.Resumed.WaitAsync(Browser.Deadline, TestContext.Current.CancellationToken);
    }

    private async Task<string> Asked() => await _asked.Reader.ReadAsync().AsTask().WaitAsync(Browser.Deadline);

    private Task<string?> Ask(ErasureDesk desk)
    {
        var url = $"https://{SinkFixture.HostName}:{_sink.Port}/v1/";
        var note = new ErasureNote("org.example.minutes", "api", 0, url, url + "erase", Encoding.UTF8.GetBytes(Body));
        var gate = new GateFixture([Capability.NetFetch], "content.chat to sink:api");
        var flow = gate.Broker.NoteErasure(gate.Plugin, new SinkName(SinkKind.External, "api"), 1u << (int)DataCategory.ContentChat, 0, Body.Length);
        return desk.AskAsync(new ErasureRequest(note, note.To(SinkCredentials.None), flow));
    }

    private ErasureDesk Desk()
    {
        var connector = new PinnedConnector(new AddressPolicy(EgressAllowance.Parse("127.0.0.1", out _)!), (_, _) => Task.FromResult(new[] { IPAddress.Loopback }));
        return new ErasureDesk(
            new EgressNetwork(connector, new EgressLimits(), _authority.Roots), _storage.Host, Terms, TimeProvider.System, NullLogger.Instance);
    }
}
