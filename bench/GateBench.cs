using System.Diagnostics;
using System.Globalization;
using PluginRoom.Host.Broker;
using PluginRoom.Host.Consent;
using PluginRoom.Host.Ledger;
using PluginRoom.Host.Vocabulary;

namespace PluginRoom.Bench;

/// <summary>The gate's full decision, ledger entry included, beside a look-up in a dictionary by a tuple of the same facts.</summary>
internal static class GateBench
{
    private const int People = 8;
    private const int Rounds = 1_000_000;
    private const int Passes = 7;

    private static readonly Capability[] Capabilities =
        [Capability.UiStage, Capability.ChatRead, Capability.ChatSend, Capability.ParticipantsList, Capability.PresenceSubscribe];

    private static readonly (DataCategory Category, SinkName Sink)[] Flows =
    [
        (DataCategory.PluginInput, SinkName.Ui), (DataCategory.IdentityPseudonym, SinkName.Ui), (DataCategory.ContentChat, SinkName.Ui),
        (DataCategory.ContentChat, SinkName.Room), (DataCategory.PluginInput, SinkName.Room), (DataCategory.BehaviourPresence, SinkName.Ui),
        (DataCategory.IdentityPseudonym, SinkName.Room),
    ];

    internal static Task RunAsync()
    {
        var broker = new CapabilityBroker(new FlowLedger(TimeProvider.System));
        var plugin = new PluginGate("org.example.bench", new FlowTable(
            Capabilities, [.. Flows.Select(flow => new DeclaredFlow($"{flow}", flow.Category, flow.Sink, Optional: false))]));
        for (var person = 0; person < People; person++)
            for (var flow = 0; flow < Flows.Length; flow++)
                plugin.Consents.Set(flow, person, ConsentChoice.Allow);
        var table = Flows.SelectMany(flow => Enumerable.Range(0, People).Select(person => ((flow.Category, flow.Sink, person), true))).ToDictionary();

        var lookUp = Measure(i => table[(DataCategory.ContentChat, SinkName.Room, i % People)]);
        Report("dictionary look-up by (category, sink, person)", lookUp, lookUp);
        Report("input of one of 8 people into a worker", Measure(i => broker.Decide(
            plugin, FlowRequest.ToWorker(Capability.UiStage, DataCategory.PluginInput, i % People, 200)).IsAllowed), lookUp);
        for (var person = 0; person < People; person++)
        {
            broker.Decide(plugin, FlowRequest.ToWorker(Capability.ChatRead, DataCategory.ContentChat, person, 200));
            broker.Decide(plugin, FlowRequest.ToWorker(Capability.ParticipantsList, DataCategory.IdentityPseudonym, person, 200));
        }

        Report("out of a worker labelled 3 categories x 8 people", Measure(_ => broker.Decide(
            plugin, FlowRequest.OutOfWorker(Capability.ChatSend, SinkName.Room, 200)).IsAllowed), lookUp);
        return Task.CompletedTask;
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
            $"{what,-50} {measured.Nanoseconds,6:0.0} ns   {measured.Nanoseconds / baseline.Nanoseconds,5:0.0} x   {measured.Bytes,6:0.00} B allocated"));
}
