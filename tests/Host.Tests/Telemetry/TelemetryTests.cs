using System.Diagnostics.Metrics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using PluginRoom.Host.Broker;
using PluginRoom.Host.Settings;
using PluginRoom.Host.Telemetry;
using PluginRoom.Host.Tests.Signaling;
using PluginRoom.Host.Vocabulary;
using Xunit;

namespace PluginRoom.Host.Tests.Telemetry;

public sealed partial class TelemetryTests
{
    // What would name a room, a person, or an address. A plugin's id is the operator's own business.
    private static readonly HashSet<string> Allowed = ["capability", "verdict", "state", "plugin.id", "reason", "kind", "outcome", "direction", "status", "code"];

    private static readonly string Page = File.ReadAllText(Path.Combine(
        typeof(TelemetryTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "RepositoryRoot").Value!, "docs/telemetry.md"));

    [Fact]
    public async Task The_page_for_operators_lists_every_instrument_as_it_is()
    {
        await using var host = await RunningHost.Start();
        var published = new SortedSet<string>(StringComparer.Ordinal);
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument.Meter.Name.StartsWith("PluginRoom.", StringComparison.Ordinal))
                    lock (published)
                        published.Add($"{instrument.Name} {instrument.Unit} {instrument.Meter.Name}");
            },
        };
        foreach (var meter in typeof(GateMeter).Assembly.GetTypes().Where(type => type.Namespace == typeof(GateMeter).Namespace))
            RuntimeHelpers.RunClassConstructor(meter.TypeHandle);
        listener.Start();

        Assert.Equal(
            Row().Matches(Page).Select(row => $"{row.Groups[1].Value} {row.Groups[2].Value} {row.Groups[3].Value}").Order(StringComparer.Ordinal),
            published);
    }

    [Fact]
    public async Task A_decision_is_counted_by_capability_and_verdict_and_attributes_are_of_a_closed_list()
    {
        await using var host = await RunningHost.Start();
        var before = Decisions();

        GateMeter.Count(Capability.RecordingWrite, Verdict.Label);
        GateMeter.Count(Capability.RecordingWrite, Verdict.Label);
        GateMeter.Count(null, Verdict.Limit);

        var after = Decisions();
        Assert.True(after["recording.write label"] - before.GetValueOrDefault("recording.write label") >= 2);
        Assert.True(after["none limit"] - before.GetValueOrDefault("none limit") >= 1);
    }

    [Fact]
    public async Task People_and_rooms_are_counted_and_a_collector_gets_the_numbers()
    {
        await using var collector = await Collector.Start();
        await using (var host = await RunningHost.Start(collector: collector.Address))
        {
            await using var ada = await Browser.Join(host, "a-room", "Ada");
            await using var ben = await Browser.Join(host, "another", "Ben");
            await using var cleo = await Browser.Join(host, "another", "Cleo");
            var values = new Dictionary<string, int>();
            using var listener = Listen(host.Services.GetRequiredService<IMeterFactory>(), values);
            listener.RecordObservableInstruments();
            Assert.Equal((2, 3), (values["pluginroom.rooms"], values["pluginroom.people"]));
        }

        var metrics = collector.Received.Where(sent => sent.Path == "/v1/metrics").Select(sent => sent.Body).ToList();
        Assert.Contains(metrics, body => body.Contains("pluginroom.people", StringComparison.Ordinal) && body.Contains("dotnet.gc.collections", StringComparison.Ordinal));
        Assert.DoesNotContain(metrics, body => body.Contains("another", StringComparison.Ordinal) || body.Contains("http.server", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("collector.example")]
    [InlineData("ftp://collector.example")]
    [InlineData("http://user:word@collector.example")]
    [InlineData("http://collector.example?key=1")]
    public void What_is_no_collector_is_told(string text) =>
        Assert.Contains("--otlp-endpoint", Assert.Throws<StartupException>(() => TelemetryServices.ReadCollector((text, "--otlp-endpoint"))).Message, StringComparison.Ordinal);

    private static MeterListener Listen(IMeterFactory meters, Dictionary<string, int> values)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                // Other hosts of other tests count in this process as well.
                if (ReferenceEquals(instrument.Meter.Scope, meters))
                    listener.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<int>((instrument, value, _, _) => values[instrument.Name] = value);
        listener.Start();
        return listener;
    }

    private static Dictionary<string, long> Decisions()
    {
        var counts = new Dictionary<string, long>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name.StartsWith("PluginRoom.", StringComparison.Ordinal) && instrument.IsObservable)
                    listener.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
        {
            foreach (var tag in tags)
                Assert.Contains(tag.Key, Allowed);
            if (instrument.Name == "pluginroom.gate.decisions")
                counts[$"{tags[0].Value} {tags[1].Value}"] = value;
        });
        listener.Start();
        listener.RecordObservableInstruments();
        return counts;
    }

    [GeneratedRegex(@"^\| `(pluginroom[\w.]+)` \| `([^`]+)` \| `(PluginRoom\.\w+)` \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
