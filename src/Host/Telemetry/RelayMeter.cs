using System.Diagnostics.Metrics;

namespace PluginRoom.Host.Telemetry;

/// <summary>What is passed on between browsers: how often and how much, not by whom.</summary>
internal static class RelayMeter
{
    public const string Name = "PluginRoom.Relay";

    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Messages = Meter.CreateCounter<long>("pluginroom.relay.messages", "{message}", "Sealed messages passed on.");
    private static readonly Counter<long> Bytes = Meter.CreateCounter<long>("pluginroom.relay.bytes", "By", "Bytes of sealed messages passed on.");

    public static void Passed(int bytes)
    {
        Messages.Add(1);
        Bytes.Add(bytes);
    }
}
