using System.Diagnostics;
using System.Diagnostics.Metrics;
using PluginRoom.Host.Egress;

namespace PluginRoom.Host.Telemetry;

/// <summary>Requests to sinks in numbers: of what kind, how they ended, how many bytes. No address, no path, no sink.</summary>
internal static class EgressMeter
{
    public const string Name = "PluginRoom.Egress";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Requests = Meter.CreateCounter<long>("pluginroom.egress.requests", "{request}", "Requests to sinks, by how they ended.");
    private static readonly Counter<long> Bytes = Meter.CreateCounter<long>("pluginroom.egress.bytes", "By", "Bytes sent to sinks and received from them.");
    private static readonly Counter<long> Deliveries = Meter.CreateCounter<long>("pluginroom.webhook.deliveries", "{delivery}", "Deliveries to webhooks, by the status that answered them.");

    public static Activity? Begin(EgressKind kind) => RootActivity.Start(Source, "egress.request")?.SetTag("kind", kind.Word());

    /// <param name="status">Of the last response; null: there was none.</param>
    /// <param name="problem">What stopped it; null with neither: the process that asked is gone.</param>
    public static void End(Activity? activity, EgressKind kind, int? status, EgressProblem? problem)
    {
        var outcome = status is { } number ? $"{number / 100}xx" : problem?.Code() ?? "ended";
        Requests.Add(1, new("kind", kind.Word()), new("outcome", outcome));
        activity?.SetTag("outcome", outcome).SetStatus(status is null ? ActivityStatusCode.Error : ActivityStatusCode.Ok).Dispose();
    }

    public static void Sent(EgressKind kind, int bytes) => Bytes.Add(bytes, new("kind", kind.Word()), new("direction", "sent"));

    public static void Received(EgressKind kind, int bytes) => Bytes.Add(bytes, new("kind", kind.Word()), new("direction", "received"));

    public static void Delivered(int status) => Deliveries.Add(1, new KeyValuePair<string, object?>("status", status));
}
