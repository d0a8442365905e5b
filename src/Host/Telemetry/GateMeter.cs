using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Numerics;
using PluginRoom.Host.Broker;
using PluginRoom.Host.Vocabulary;

namespace PluginRoom.Host.Telemetry;

/// <summary>
/// The gate in numbers. A decision takes a tenth of a microsecond, so counting it must cost next to nothing: one atomic addition, read
/// when somebody asks, and one decision of many is timed.
/// </summary>
internal static class GateMeter
{
    /// <summary>Its sources and meters are named by what they are about.</summary>
    public const string Name = "PluginRoom.Gate";

    private const int SampleMask = 255;
    private static readonly string[] Verdicts = [.. Enum.GetValues<Verdict>().Select(static verdict => verdict.Name())];
    private static readonly long[] Counts = new long[(Capability.All.Count + 1) * Verdicts.Length];
    private static readonly Meter Meter = new(Name);
    private static readonly Histogram<double> Durations = Meter.CreateHistogram<double>(
        "pluginroom.gate.duration", "s", "One decision of the gate with its ledger entry; one of 256 is measured.",
        advice: new() { HistogramBucketBoundaries = [1e-7, 2e-7, 5e-7, 1e-6, 2e-6, 5e-6, 1e-5, 1e-4, 1e-3] });

    private static readonly Histogram<double> Revocations = Meter.CreateHistogram<double>(
        "pluginroom.revocation.duration", "s", "From a person's no until nothing here holds their data any more.",
        advice: new() { HistogramBucketBoundaries = [0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10] });

    [ThreadStatic]
    private static int _decisions;

    static GateMeter() => Meter.CreateObservableCounter("pluginroom.gate.decisions", Read, "{decision}", "Decisions of the gate.");

    public static void Count(Capability? capability, Verdict verdict) =>
        Interlocked.Increment(ref Counts[(capability is null ? Capability.All.Count : BitOperations.TrailingZeroCount(capability.Bit)) * Verdicts.Length + (int)verdict]);

    /// <summary>0: this decision is not measured.</summary>
    public static long Begin() => (++_decisions & SampleMask) == 0 && Durations.Enabled ? Stopwatch.GetTimestamp() : 0;

    public static void End(long began)
    {
        if (began != 0)
            Durations.Record(Stopwatch.GetElapsedTime(began).TotalSeconds);
    }

    public static void Forgotten(TimeSpan took) => Revocations.Record(took.TotalSeconds);

    private static IEnumerable<Measurement<long>> Read()
    {
        for (var index = 0; index < Counts.Length; index++)
        {
            if (Interlocked.Read(ref Counts[index]) is var count && count == 0)
                continue;
            var capability = index / Verdicts.Length;
            yield return new(
                count,
                new("capability", capability < Capability.All.Count ? NameOf(capability) : "none"),
                new("verdict", Verdicts[index % Verdicts.Length]));
        }
    }

    private static string NameOf(int bit) => Capability.All.First(capability => capability.Bit == 1UL << bit).Name;
}
