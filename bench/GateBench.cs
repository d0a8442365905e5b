using System.Diagnostics;
using System.Globalization;
using PluginRoom.Host.Broker;
using PluginRoom.Host.Consent;
using PluginRoom.Host.Ledger;
using PluginRoom.Host.Vocabulary;

namespace PluginRoom.Bench;

/// <summary>
/// The gate's full decision, ledger entry included, in a room of 16 people and 10 plugins, beside a look-up in a dictionary by a tuple of the
/// same facts. People and plugins take turns, so that neither the caches nor the ledger see the same question twice in a row.
/// </summary>
internal static class GateBench
{
    private const int People = 16;
    private const int Plugins = 10;
    private const int Rounds = 1_000_000;
    private const int Passes = 7;

    private static readonly Capability[] Capabilities =
        [Capability.UiStage, Capability.ChatRead, Capability.ChatSend, Capability.ParticipantsList, Capability.PresenceSubscribe, Capability.NetFetch];

    private static readonly DataCategory[] Categories =
    [
        DataCategory.PluginInput, DataCategory.ContentChat, DataCategory.IdentityPseudonym, DataCategory.IdentityProfile,
        DataCategory.BehaviourPresence, DataCategory.BehaviourSpeaking,
    ];

    private static readonly SinkName[] Sinks = [SinkName.Ui, SinkName.Room, SinkName.Download, new(SinkKind.External, "summariser")];

    internal static async Task RunAsync()
    {
        var (broker, gates) = Room();
        var flows = Categories.SelectMany(category => Sinks.Select(sink => (Category: category, Sink: sink))).ToList();
        var table = flows.SelectMany(flow => Enumerable.Range(0, People).Select(person => ((flow.Category, flow.Sink, person), true))).ToDictionary();

        var lookUp = Measure(i => table[(DataCategory.ContentChat, SinkName.Room, i % People)]);
        Report("dictionary look-up by (category, sink, person)", lookUp, lookUp);
        Report("a person's chat line into a worker", Measure(i => broker.Decide(
            gates[i % Plugins], FlowRequest.ToWorker(Capability.ChatRead, DataCategory.ContentChat, i / Plugins % People, 200)).IsAllowed), lookUp);
        Report("out of a worker labelled 1 category x 16 people", Measure(i => broker.Decide(
            gates[i % Plugins], FlowRequest.OutOfWorker(Capability.ChatSend, SinkName.Room, 200)).IsAllowed), lookUp);
        foreach (var category in Categories)
            for (var person = 0; person < People; person++)
                foreach (var gate in gates)
                    gate.Label.Add(category, person);
        Report("out of a worker labelled 6 categories x 16 people", Measure(i => broker.Decide(
            gates[i % Plugins], FlowRequest.OutOfWorker(Capability.ChatSend, SinkName.Room, 200)).IsAllowed), lookUp);
        Report("the same to a sink outside, whose name is a text", Measure(i => broker.Decide(
            gates[i % Plugins], FlowRequest.OutOfWorker(Capability.NetFetch, Sinks[3], 200)).IsAllowed), lookUp);
        Report("the same into frames, which then know it all", Measure(i => broker.Decide(
            gates[i % Plugins], FlowRequest.OutOfWorker(Capability.UiStage, SinkName.Ui, 200)).IsAllowed), lookUp);
        Report("input of such frames, with all of that, into a worker", Measure(i => broker.Decide(
            gates[i % Plugins], FlowRequest.FromFrame(Capability.UiStage, i / Plugins % People, 200)).IsAllowed), lookUp);
        await ChatBench.RunAsync();
    }

    private static (CapabilityBroker Broker, PluginGate[] Gates) Room()
    {
        var broker = new CapabilityBroker(new FlowLedger(TimeProvider.System));
        var gates = Enumerable.Range(0, Plugins).Select(number => new PluginGate($"org.example.bench{number}", new FlowTable(
            Capabilities,
            [.. Categories.SelectMany(category => Sinks.Select(sink => new DeclaredFlow($"{category} {sink}", category, sink, Optional: false)))]))).ToArray();
        foreach (var gate in gates)
            for (var person = 0; person < People; person++)
                for (var flow = 0; flow < gate.Flows.Flows.Count; flow++)
                    gate.Consents.Set(flow, person, ConsentChoice.Allow);
        return (broker, gates);
    }

    private static (double Nanoseconds, double Bytes) Measure(Func<int, bool> decide)
    {
        var times = new List<double>();
        var allocated = 0L;
        for (var pass = 0; pass < Passes; pass++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var start = Stopwatch.GetTimestamp();
            for (var i = 0; i < Rounds; i++)
                if (!decide(i))
                    throw new InvalidOperationException("The bench measures the way through, but the gate refused.");
            times.Add(Stopwatch.GetElapsedTime(start).TotalNanoseconds / Rounds);
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        times.Sort();
        return (times[Passes / 2], (double)allocated / Rounds);
    }

    private static void Report(string what, (double Nanoseconds, double Bytes) measured, (double Nanoseconds, double Bytes) baseline) =>
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{what,-54} {measured.Nanoseconds,6:0.0} ns   {measured.Nanoseconds / baseline.Nanoseconds,5:0.0} x   {measured.Bytes,6:0.00} B allocated"));
}
