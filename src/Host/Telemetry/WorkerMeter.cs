using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using PluginRoom.Host.Workers;

namespace PluginRoom.Host.Telemetry;

/// <summary>
/// Plugins' processes in numbers, by plugin and never by room: which plugin is greedy or ends often is the operator's business, where it
/// runs is not.
/// </summary>
internal static class WorkerMeter
{
    public const string Name = "PluginRoom.Workers";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);
    private static readonly ConcurrentDictionary<WorkerUse, bool> Running = [];
    private static readonly ConcurrentDictionary<string, double> EndedCpuSeconds = new(StringComparer.Ordinal);
    private static readonly Counter<long> Starts = Meter.CreateCounter<long>("pluginroom.worker.starts", "{process}", "Processes started.");
    private static readonly Counter<long> Ends = Meter.CreateCounter<long>("pluginroom.worker.ends", "{process}", "Processes ended, by why.");
    private static readonly Histogram<double> StartDurations = Meter.CreateHistogram<double>(
        "pluginroom.worker.start.duration", "s", "From the start of a process until its plugin is ready.",
        advice: new() { HistogramBucketBoundaries = [0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10] });

    static WorkerMeter()
    {
        Meter.CreateObservableUpDownCounter("pluginroom.workers", () => Sum(static _ => 1L), "{process}", "Processes that run.");
        Meter.CreateObservableUpDownCounter("pluginroom.worker.memory", () => Sum(static use => use.ResidentBytes), "By", "Resident memory of the processes that run.");
        Meter.CreateObservableCounter("pluginroom.worker.cpu", ReadCpu, "s", "Processor time of all processes, the ended ones included.");
    }

    public static WorkerUse Began(string pluginId)
    {
        var use = new WorkerUse(pluginId);
        Running[use] = true;
        Starts.Add(1, Plugin(pluginId));
        return use;
    }

    /// <summary>An activity of its own, with no parent: a person's request may have caused it, and nobody shall see which.</summary>
    public static Activity? Starting(string pluginId) => RootActivity.Start(Source, "worker.start")?.SetTag("plugin.id", pluginId);

    public static void Ready(Activity? activity, string pluginId, TimeSpan took)
    {
        StartDurations.Record(took.TotalSeconds, Plugin(pluginId));
        activity?.SetStatus(ActivityStatusCode.Ok).Dispose();
    }

    public static void Ended(WorkerUse use, WorkerExitKind kind)
    {
        if (!Running.TryRemove(use, out _))
            return;
        EndedCpuSeconds.AddOrUpdate(use.PluginId, static (_, more) => more, static (_, before, more) => before + more, use.CpuSeconds);
        Ends.Add(1, Plugin(use.PluginId), new("reason", Word(kind)));
    }

    private static string Word(WorkerExitKind kind) => kind switch
    {
        WorkerExitKind.Stopped => "stopped",
        WorkerExitKind.StartFailed => "start-failed",
        WorkerExitKind.NotReady => "not-ready",
        WorkerExitKind.Unresponsive => "unresponsive",
        WorkerExitKind.HandlerTime => "handler-time",
        WorkerExitKind.LimitBroken => "limit",
        WorkerExitKind.ProtocolBroken => "protocol",
        WorkerExitKind.DoesNotRead => "does-not-read",
        _ => "crashed",
    };

    private static IEnumerable<Measurement<long>> Sum(Func<WorkerUse, long> value) => Running.Keys
        .GroupBy(static use => use.PluginId)
        .Select(uses => new Measurement<long>(uses.Sum(value), Plugin(uses.Key)));

    private static IEnumerable<Measurement<double>> ReadCpu()
    {
        var seconds = new Dictionary<string, double>(EndedCpuSeconds, StringComparer.Ordinal);
        foreach (var use in Running.Keys)
            seconds[use.PluginId] = seconds.GetValueOrDefault(use.PluginId) + use.CpuSeconds;
        return seconds.Select(static plugin => new Measurement<double>(plugin.Value, Plugin(plugin.Key)));
    }

    private static KeyValuePair<string, object?> Plugin(string id) => new("plugin.id", id);
}
