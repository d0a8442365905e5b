using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PluginRoom.Host.Rooms;
using PluginRoom.Host.Tests.Egress;
using PluginRoom.Host.Tests.Rooms.Plugins;
using PluginRoom.Host.Tests.Signaling;
using PluginRoom.Protocol.Client;
using Xunit;

namespace PluginRoom.Host.Tests.Forgetting;

/// <summary>A person takes back what they allowed, at every awkward moment; a real worker, a real sink.</summary>
public sealed class RevocationTests : IAsyncLifetime
{
    private const string Gossip = "test.pluginroom.gossip";
    private readonly ThrowAwayAuthority _authority = new();
    private readonly Channel<string> _sent = Channel.CreateUnbounded<string>();
    private PluginRoomFixture _room = null!;
    private SinkServer _sink = null!;
    private Browser _ada = null!;
    private RoomPluginView _plugin = null!;
    private int _erasureStatus = 202;

    public async ValueTask InitializeAsync()
    {
        _sink = await SinkServer.Start(_authority.Issue(SinkFixture.HostName), AnswerAsync);
        _room = new PluginRoomFixture { Services = services => services.AddSingleton(_authority.LoopbackNetwork()) };
        await _room.InitializeAsync();
        _ada = await _room.Join("Ada");
        _room.Put("Gossip", folder => GossipPlugin.Write(folder, _sink.Port, SinkFixture.HostName));
        _plugin = await PluginRoomFixture.Add(_ada, Gossip);
    }

    public async ValueTask DisposeAsync()
    {
        await _room.DisposeAsync();
        await _sink.DisposeAsync();
        _authority.Dispose();
    }

    [Fact]
    public async Task The_receipt_says_what_was_forgotten_where_it_had_gone_and_who_promised()
    {
        await AllowAll(_ada);
        await SayAndType(_ada);

        await All(_ada, "refuse");

        var receipt = await Receipt(_ada, receipt => receipt is { State: "forgotten", Erasures: [{ State: "promised" }] });
        Assert.Equal(("revoked", Gossip, true, true, 4, false), (receipt.Occasion, receipt.PluginId, receipt.WorkerEnded, receipt.FramesReset, receipt.ValuesDeleted, receipt.KeysWait));
        Assert.Equal(["content.chat", "plugin.input"], receipt.Categories);
        var sent = Assert.Single(receipt.Sent);
        Assert.Equal(("sink:api", "PluginRoom tests", "DE", 2), (sent.Sink, sent.Operator, sent.Country, sent.Count));
        Assert.True(sent.First <= sent.Last && sent.Last <= receipt.At);
        Assert.InRange(receipt.TookMs!.Value, 0, (long)Browser.Deadline.TotalMilliseconds);
        var (path, body) = await NextErasure();
        Assert.Equal("/v1/erase", path);
        Assert.Equal(Gossip, body.GetProperty("plugin").GetString());
        Assert.Equal(16, body.GetProperty("person").GetString()!.Length);
        Assert.Equal(["content.chat", "plugin.input"], body.GetProperty("categories").EnumerateArray().Select(name => name.GetString()!));
        Assert.Equal(receipt.At, body.GetProperty("blockedAt").GetDateTimeOffset().ToUnixTimeMilliseconds());
        var entry = await PluginRoomFixture.Entry(_ada, entry => entry.Words is not null);
        Assert.Equal(("sink:api", "The host asked this place to erase it."), (entry.Sink, entry.Words));
    }

    [Fact]
    public async Task Nothing_comes_to_the_fresh_process_until_it_is_allowed_again()
    {
        await AllowAll(_ada);
        await SayAndType(_ada);
        await All(_ada, "refuse");

        Assert.Equal("consent.missing", (await Say(_ada, "after")).Error!.Code);

        // At once, while the process is still being replaced.
        await AllowAll(_ada);
        await PluginRoomFixture.State(_ada, "restarting");
        await PluginRoomFixture.State(_ada, "running");
        Assert.Null((await Say(_ada, "again")).Error);
        Assert.EndsWith("/erase", (await NextErasure()).Path, StringComparison.Ordinal);
        Assert.EndsWith("again", await NextSent(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Taking_back_twice_gives_one_receipt()
    {
        await AllowAll(_ada);
        await SayAndType(_ada);

        await All(_ada, "refuse");
        await All(_ada, "refuse");
        await All(_ada, "unset");

        await Receipt(_ada, receipt => receipt is { State: "forgotten", Erasures: [{ State: "promised" }] });
        Assert.Single((await _ada.Call<ReceiptList>("ReadReceipts", new { })).Value!.Receipts);
    }

    [Fact]
    public async Task Two_people_take_back_at_once_and_each_learns_of_their_own()
    {
        var ben = await _room.Join("Ben");
        await AllowAll(_ada);
        await AllowAll(ben);
        Assert.Null((await Say(_ada, "by Ada")).Error);
        Assert.EndsWith("by Ada", await NextSent(), StringComparison.Ordinal);
        await PluginRoomFixture.Shown(_ada);
        Assert.Null((await Say(ben, "by Ben")).Error);
        Assert.EndsWith("by Ben", await NextSent(), StringComparison.Ordinal);
        await PluginRoomFixture.Shown(ben);

        await Task.WhenAll(All(_ada, "refuse"), All(ben, "refuse"));

        var (adas, bens) = (await Receipt(_ada, IsForgotten), await Receipt(ben, IsForgotten));
        Assert.NotEqual(adas.Id, bens.Id);
        // What was sent after the process knew of both may have held the data of both.
        Assert.Equal((2, 1), (Assert.Single(adas.Sent).Count, Assert.Single(bens.Sent).Count));
        Assert.Single((await ben.Call<ReceiptList>("ReadReceipts", new { })).Value!.Receipts);
    }

    [Fact]
    public async Task A_sink_that_says_no_has_promised_nothing()
    {
        _erasureStatus = 403;
        await AllowAll(_ada);
        await SayAndType(_ada);

        await All(_ada, "refuse");

        var erasure = (await Receipt(_ada, receipt => receipt.Erasures is [{ State: "failed" }])).Erasures[0];
        Assert.Equal("It answered with status 403, which promises nothing.", erasure.Reason);
    }

    [Fact]
    public async Task What_may_stay_at_a_sink_is_not_erased_there()
    {
        await AllowAll(_ada);
        await SayAndType(_ada);

        // The chat may go to the sink no more; what was typed may.
        var toSink = _plugin.Flows.Where(flow => flow is { Data: "content.chat", To: "sink:api" }).Select(flow => new FlowChoice(flow.Key, "refuse"));
        Assert.Null((await _ada.Call<ConsentView>("Decide", new ConsentRequest(_plugin.Id, [.. toSink]))).Error);

        await Receipt(_ada, IsForgotten);
        var (_, body) = await NextErasure();
        Assert.Equal(["content.chat"], body.GetProperty("categories").EnumerateArray().Select(name => name.GetString()!));
    }

    [Fact]
    public async Task Removing_the_plugin_takes_back_everything_from_everybody()
    {
        var ben = await _room.Join("Ben");
        await AllowAll(_ada);
        await SayAndType(_ada);

        Assert.Null((await ben.Call<Done>("RemovePlugin", new PluginRequest(_plugin.Id))).Error);

        var receipt = await Receipt(_ada, receipt => receipt is { State: "forgotten", Erasures: [{ State: "promised" }] });
        Assert.Equal(("removed", true, 4), (receipt.Occasion, receipt.WorkerEnded, receipt.ValuesDeleted));
        Assert.Empty((await ben.Call<ReceiptList>("ReadReceipts", new { })).Value!.Receipts);
    }

    [Fact]
    public async Task A_page_that_is_loaded_anew_finds_its_receipts_again()
    {
        await AllowAll(_ada);
        await All(_ada, "refuse");
        var receipt = await Receipt(_ada, IsForgotten);
        Assert.Equal((false, 0), (receipt.WorkerEnded, receipt.ValuesDeleted));

        Assert.Equal([receipt.Id], (await _ada.Call<ReceiptList>("ReadReceipts", new { })).Value!.Receipts.Select(each => each.Id));
    }

    private static bool IsForgotten(RevocationReceipt receipt) => receipt.State == "forgotten";

    private static async Task<RevocationReceipt> Receipt(Browser person, Predicate<RevocationReceipt> wanted)
    {
        while (true)
        {
            var receipt = await person.Hear<RevocationReceipt>(RoomEvents.Receipt);
            if (wanted(receipt))
                return receipt;
        }
    }

    private Task AllowAll(Browser person) => All(person, "allow");

    private async Task All(Browser person, string choice) => Assert.Null((await person.Call<ConsentView>(
        "Decide", new ConsentRequest(_plugin.Id, [.. _plugin.Flows.Select(flow => new FlowChoice(flow.Key, choice))]))).Error);

    private async Task SayAndType(Browser person)
    {
        Assert.Null((await Say(person, "said")).Error);
        Assert.EndsWith("said", await NextSent(), StringComparison.Ordinal);
        Assert.Equal("said", await PluginRoomFixture.Shown(person));
        Assert.Null((await PluginRoomFixture.Type(person, _plugin.Id, "typed")).Error);
        Assert.EndsWith("typed", await NextSent(), StringComparison.Ordinal);
        Assert.Equal("typed", await PluginRoomFixture.Shown(person));
    }

    private Task<HubReply<Done>> Say(Browser person, string text) =>
        person.Call<Done>("DeliverChat", new ChatDelivery([_plugin.Id], "m", text));

    private async Task<string> NextSent() => await _sent.Reader.ReadAsync().AsTask().WaitAsync(Browser.Deadline);

    private async Task<(string Path, JsonElement Body)> NextErasure()
    {
        var words = (await NextSent()).Split(' ', 2);
        return (words[0], JsonDocument.Parse(words[1]).RootElement);
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        context.Response.StatusCode = context.Request.Path == "/v1/erase" ? _erasureStatus : 200;
        await _sent.Writer.WriteAsync($"{context.Request.Path} {body}");
    }
}
