using PluginRoom.Host.Broker;
using PluginRoom.Host.Consent;
using PluginRoom.Host.Egress;
using PluginRoom.Host.Plugins.Manifest;
using PluginRoom.Host.Tests.Broker;
using PluginRoom.Host.Tests.Rooms;
using PluginRoom.Host.Vocabulary;
using Xunit;

namespace PluginRoom.Host.Tests.Egress;

public sealed class SinkGateTests
{
    private const string ChatToSink = "content.chat to sink:api";
    private readonly FakeTime _time = new();

    [Fact]
    public void What_leaves_stands_in_the_ledger_with_its_bytes_its_categories_and_its_sink()
    {
        var gate = new GateFixture([Capability.ChatRead, Capability.NetFetch], ChatToSink).Choose(GateFixture.Ada, ChatToSink);
        Assert.True(gate.Chat(GateFixture.Ada).IsAllowed);

        Sink(gate).Ask(321);

        var entry = gate.LastEntry;
        Assert.Equal((Capability.NetFetch, "sink:api", Verdict.Forwarded, 321L), (entry.Capability, entry.Sink.ToString(), entry.Verdict, entry.Bytes));
        Assert.Equal((1u << (int)DataCategory.ContentChat, 1UL << GateFixture.Ada), (entry.Categories, entry.Subjects));
    }

    [Fact]
    public void A_process_that_has_read_what_the_sink_is_not_declared_for_sends_nothing()
    {
        var gate = new GateFixture([Capability.ChatRead, Capability.NetFetch], "content.chat to ui", "room.meta to sink:api").Choose(GateFixture.Ada, "content.chat to ui");
        Assert.True(gate.Chat(GateFixture.Ada).IsAllowed);

        var error = Assert.Throws<EgressException>(() => Sink(gate).Ask(1));

        Assert.Equal((EgressProblem.Gate, Verdict.Label), (error.Problem, error.Refusal!.Verdict));
        Assert.Contains("sink:api", error.Message, StringComparison.Ordinal);
        Assert.Equal(Verdict.Label, gate.LastEntry.Verdict);
    }

    [Fact]
    public void Nothing_leaves_once_somebody_in_the_label_has_taken_it_back()
    {
        var gate = new GateFixture([Capability.ChatRead, Capability.NetFetch], ChatToSink).Choose(GateFixture.Ada, ChatToSink);
        var sink = Sink(gate);
        Assert.True(gate.Chat(GateFixture.Ada).IsAllowed);
        sink.Ask(1);

        gate.Choose(GateFixture.Ada, ChatToSink, ConsentChoice.Refuse);

        Assert.Equal(Verdict.NotConsented, Assert.Throws<EgressException>(() => sink.Ask(1)).Refusal!.Verdict);
    }

    [Fact]
    public void The_manifests_bytes_in_a_minute_are_the_most_that_leave()
    {
        var gate = new GateFixture([Capability.NetFetch], ChatToSink);
        var sink = Sink(gate, bytesPerMinute: 1000);

        sink.Ask(600);
        var error = Assert.Throws<EgressException>(() => sink.Ask(600));
        var entry = gate.LastEntry;
        _time.Advance(TimeSpan.FromSeconds(61));
        sink.Ask(600);

        Assert.Equal(EgressProblem.Limit, error.Problem);
        Assert.Contains("sinks/2/maxBytesPerMinute", error.Message, StringComparison.Ordinal);
        Assert.Equal((Verdict.Limit, 600L), (entry.Verdict, entry.Bytes));
    }

    [Fact]
    public void What_was_refused_is_not_counted_as_sent()
    {
        var gate = new GateFixture([Capability.ChatRead, Capability.NetFetch], ChatToSink).Choose(GateFixture.Ada, ChatToSink);
        var sink = Sink(gate, bytesPerMinute: 1000);
        Assert.True(gate.Chat(GateFixture.Ada).IsAllowed);
        gate.Choose(GateFixture.Ada, ChatToSink, ConsentChoice.Refuse);

        Assert.Throws<EgressException>(() => sink.Ask(900));
        gate.Choose(GateFixture.Ada, ChatToSink);

        sink.Ask(900);
    }

    [Fact]
    public void A_method_that_is_not_declared_is_refused_with_its_manifest_line()
    {
        var sink = Sink(new GateFixture([Capability.NetFetch], ChatToSink)).Sink;

        Assert.Equal("POST", sink.Require("post").Method);
        Assert.Contains("sinks/2/methods of plugin.json does not list PUT", Assert.Throws<EgressException>(() => sink.Require("PUT")).Message, StringComparison.Ordinal);
        foreach (var ugly in new[] { "", "1", "CONNECT", "TRACE", "POST ", "POST\r\nX: y", "Get,Post", "POS" })
            Assert.Equal(EgressProblem.Method, Assert.Throws<EgressException>(() => sink.Require(ugly)).Problem);
    }

    private SinkGate Sink(GateFixture gate, int bytesPerMinute = 65536) => new(
        gate.Broker,
        gate.Plugin,
        new EgressSink(
            new ManifestSink { Id = "api", Url = "https://api.example.org/v1/", Operator = "Example", Country = "DE", MaxBytesPerMinute = bytesPerMinute },
            2,
            []),
        _time);
}
