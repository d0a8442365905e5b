using System.Diagnostics;
using System.Globalization;

namespace PluginRoom.Bench;

/// <summary>Durations by Stopwatch timestamps, and the words for them.</summary>
internal sealed class Samples(int capacity)
{
    private readonly List<long> _ticks = new(capacity);

    internal void Add(long startedAt) => Add(startedAt, Stopwatch.GetTimestamp());

    internal void Add(long startedAt, long endedAt) => _ticks.Add(endedAt - startedAt);

    internal double Percentile(double share)
    {
        _ticks.Sort();
        return _ticks[(int)((_ticks.Count - 1) * share)] * 1e6 / Stopwatch.Frequency;
    }

    internal string Microseconds() => string.Create(
        CultureInfo.InvariantCulture, $"p50 {Percentile(0.5),7:0.0} us   p99 {Percentile(0.99),7:0.0} us");

    internal string Milliseconds() => string.Create(
        CultureInfo.InvariantCulture,
        $"median {Percentile(0.5) / 1000,6:0.0} ms   min {Percentile(0) / 1000,6:0.0} ms   max {Percentile(1) / 1000,6:0.0} ms");
}
