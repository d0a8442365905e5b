using System.Numerics;
using PluginRoom.Host.Vocabulary;

namespace PluginRoom.Host.Broker;

/// <summary>
/// What is stopped by a purpose that the room has not switched on. Asked before anybody's choice is looked at: the answer then rests on
/// the manifest and the room alone, which everybody knows, and tells nobody what somebody else chose.
/// </summary>
internal static class PurposeRules
{
    /// <returns>The first category that a switched-off flow would be needed for, and its purpose; null when there is none.</returns>
    public static (DataCategory Category, Purpose Purpose)? Stopping(PluginGate plugin, in FlowRequest request, DataLabel? carried)
    {
        if (plugin.Consents.Off == 0)
            return null;
        if (request.Category is { } category
            && (request.Sink is { } place ? ToSink(plugin, category, place) : AtTheDoor(plugin, category)) is { } purpose)
            return (category, purpose);
        return carried is null ? null : Leaving(plugin, carried, request.Sink ?? SinkName.Ui);
    }

    /// <summary>Out to a sink, or back from it: all that a label names.</summary>
    public static (DataCategory Category, Purpose Purpose)? Leaving(PluginGate plugin, DataLabel label, SinkName sink)
    {
        if (plugin.Consents.Off == 0)
            return null;
        for (var rest = label.Categories; rest != 0;)
        {
            var category = DataLabel.TakeLowest(ref rest);
            if (ToSink(plugin, category, sink) is { } purpose)
                return (category, purpose);
        }

        return null;
    }

    /// <summary>In from another plugin: all that a label names.</summary>
    public static (DataCategory Category, Purpose Purpose)? Entering(PluginGate plugin, DataLabel label)
    {
        if (plugin.Consents.Off == 0)
            return null;
        for (var rest = label.Categories; rest != 0;)
        {
            var category = DataLabel.TakeLowest(ref rest);
            if (AtTheDoor(plugin, category) is { } purpose)
                return (category, purpose);
        }

        return null;
    }

    private static Purpose? ToSink(PluginGate plugin, DataCategory category, SinkName sink) =>
        plugin.Flows.FlowTo(category, sink) is var flow and >= 0 && plugin.Consents.IsOff(flow) ? plugin.Flows.Flows[flow].Purpose : null;

    // One flow that can be allowed is enough to let a category in, so the door is shut only where all of them are off.
    private static Purpose? AtTheDoor(PluginGate plugin, DataCategory category) =>
        plugin.Flows.FlowsOf(category) is var flows and not 0 && (flows & ~plugin.Consents.Off) == 0
            ? plugin.Flows.Flows[BitOperations.TrailingZeroCount(flows)].Purpose
            : null;
}
