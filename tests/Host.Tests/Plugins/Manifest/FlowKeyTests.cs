using PluginRoom.Host.Plugins.Manifest;
using Xunit;

namespace PluginRoom.Host.Tests.Plugins.Manifest;

public sealed class FlowKeyTests
{
    [Theory]
    [InlineData("/name", "\"Protocol\"")]
    [InlineData("/version", "\"2.0.0\"")]
    [InlineData("/capabilities/0/reason", "\"Another reason\"")]
    [InlineData("/publisher/contact", "\"other@example.org\"")]
    public void A_change_that_moves_no_data_elsewhere_keeps_the_key(string at, string value) =>
        Assert.Equal(KeyOf(SampleManifest.Valid()), KeyOf(SampleManifest.Valid(json => SampleManifest.Set(json, at, value))));

    [Theory]
    [InlineData("/publisher/name", "\"Another\"")]
    [InlineData("/id", "\"org.example.other\"")]
    [InlineData("/dataFlows/0/purpose", "\"accessibility\"")]
    [InlineData("/dataFlows/0/retention", "\"PT25H\"")]
    [InlineData("/dataFlows/0/optional", "true")]
    public void A_change_of_who_what_or_how_long_changes_the_key(string at, string value) =>
        Assert.NotEqual(KeyOf(SampleManifest.Valid()), KeyOf(SampleManifest.Valid(json => SampleManifest.Set(json, at, value))));

    [Fact]
    public void An_outside_sink_counts_with_its_address_operator_and_country()
    {
        var keys = new[] { ("https://a.example/", "A", "DE"), ("https://b.example/", "A", "DE"), ("https://a.example/", "B", "DE"), ("https://a.example/", "A", "FR") }
            .Select(sink => SampleManifest.Valid() with
            {
                Sinks = [new ManifestSink { Id = "s", Url = sink.Item1, Operator = sink.Item2, Country = sink.Item3 }],
                DataFlows = [SampleManifest.Valid().DataFlows[0] with { To = new(Host.Vocabulary.SinkKind.External, "s") }],
            })
            .Select(KeyOf);

        Assert.Equal(4, keys.Distinct().Count());
    }

    [Fact]
    public void Keys_are_short_text_and_differ_within_a_manifest()
    {
        var flows = SampleManifest.Valid().ToFlowTable().Flows;

        Assert.Equal(3, flows.Select(flow => flow.Key).Distinct().Count());
        Assert.All(flows, flow => Assert.Matches("^[A-Za-z0-9_-]{22}$", flow.Key));
    }

    private static string KeyOf(PluginManifest manifest) => FlowKey.Of(manifest, manifest.DataFlows[0]);
}
