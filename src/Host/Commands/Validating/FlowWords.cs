using System.Globalization;
using PluginRoom.Host.Plugins.Manifest;
using PluginRoom.Host.Vocabulary;

namespace PluginRoom.Host.Commands.Validating;

/// <summary>A flow's facts as the consent sheet has them, in short.</summary>
internal static class FlowWords
{
    public static string Keeping(ManifestFlow flow)
    {
        var kept = flow.Retention switch
        {
            { Kind: RetentionKind.None } => "not kept",
            { Kind: RetentionKind.Room } => "kept until the room ends",
            { Duration: { } time } when time.Ticks % TimeSpan.TicksPerDay == 0 => Count(time.TotalDays, "day"),
            { Duration: { } time } when time.Ticks % TimeSpan.TicksPerHour == 0 => Count(time.TotalHours, "hour"),
            _ => $"kept for {flow.Retention}",
        };
        // Beyond the host nobody can enforce it.
        return flow.To.Kind == SinkKind.External ? $"{kept} (promised)" : kept;
    }

    private static string Count(double number, string unit) =>
        string.Create(CultureInfo.InvariantCulture, $"kept for {number:0} {unit}{(number == 1 ? "" : "s")}");
}
