using System.Threading.Channels;
using PluginRoom.Host.Tests.Egress;
using PluginRoom.Host.Tests.Rooms.Plugins;
using PluginRoom.Host.Tests.Signaling;
using PluginRoom.Protocol.Client;
using Xunit;

namespace PluginRoom.Host.Tests.Forgetting;

/// <summary>The host as an operator runs it is killed while a sink has not answered yet, and started again.</summary>
public sealed class ErasureAfterAFallTests : IAsyncLifetime
{
    private const string Plugin = "test.pluginroom.gossip";
    private readonly ThrowAwayAuthority _authority = new();
    private readonly Channel<string> _asked = Channel.CreateUnbounded<string>();
    private readonly TaskCompletionSource _answers = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("pluginroom-fall-").FullName;
    private SinkServer _sink = null!;

    public async ValueTask InitializeAsync()
    {
        _sink = await SinkServer.Start(_authority.Issue("localhost"), async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            await _asked.Writer.WriteAsync($"{context.Request.Path} {await reader.ReadToEndAsync()}");
            if (context.Request.Path == "/v1/erase")
                await _answers.Task.WaitAsync(context.RequestAborted).ContinueWith(static _ => { }, TaskScheduler.Default);
        });
        await File.WriteAllTextAsync(Path.Combine(_folder, "roots.pem"), _authority.Roots[0].ExportCertificatePem());
        GossipPlugin.Write(Path.Combine(_folder, "plugins", "Gossip"), _sink.Port);
    }

    public async ValueTask DisposeAsync()
    {
        await _sink.DisposeAsync();
        _authority.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_sink_that_had_not_answered_is_asked_again_by_the_next_run()
    {
        string first;
        await using (var host = await Start())
        {
            first = await TakeBack(host);
            await DiskIsDone(host);
        }

        _answers.SetResult();
        await using var next = await Start();

        Assert.StartsWith("/v1/erase {\"plugin\":\"test.pluginroom.gossip\"", first, StringComparison.Ordinal);
        Assert.Equal(first, await Asked());
    }

    /// <summary>Ends by a kill when it is disposed of.</summary>
    private Task<HostProcess> Start() => HostProcess.Start(
        ["--plugins", Path.Combine(_folder, "plugins"), "--data", Path.Combine(_folder, "data"), "--egress-allow", "127.0.0.1,::1"],
        ("SSL_CERT_FILE", Path.Combine(_folder, "roots.pem")));

    /// <summary>Somebody's line goes to the sink, and then they take back that it may.</summary>
    /// <returns>What the sink is asked.</returns>
    private async Task<string> TakeBack(HostProcess host)
    {
        await using var ada = await Browser.Connect(host.Address);
        await ada.Join("falling", "Ada");
        var plugin = await PluginRoomFixture.AddKnown(ada, Plugin);
        await PluginRoomFixture.Choose(ada, plugin, "content.chat", "allow");
        Assert.Null((await ada.Call<Done>("DeliverChat", new ChatDelivery([Plugin], "m1", "said"))).Error);
        Assert.Equal("/v1/heard said", await Asked());
        await PluginRoomFixture.Choose(ada, plugin, "content.chat", "refuse");
        return await Asked();
    }

    // Ready is said behind all that the disk was asked for before.
    private static async Task DiskIsDone(HostProcess host)
    {
        using var client = new HttpClient { BaseAddress = host.Address };
        var began = TimeProvider.System.GetTimestamp();
        while (!(await client.GetAsync("/health/ready", TestContext.Current.CancellationToken)).IsSuccessStatusCode)
            Assert.True(TimeProvider.System.GetElapsedTime(began) < Browser.Deadline, "The host's disk is not done.");
    }

    private async Task<string> Asked() => await _asked.Reader.ReadAsync().AsTask().WaitAsync(Browser.Deadline);
}
