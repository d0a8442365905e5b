using System.Numerics;
using PluginRoom.Host.Vocabulary;

namespace PluginRoom.Host.Broker;

/// <summary>Where the tags of a label may go. Each answer names the category of the first tag that may not.</summary>
internal static class LabelRules
{
    /// <summary>
    /// Out: the flow of each category to this sink is declared, and everyone whose data it is allows it. The plugin's own frames are
    /// no way out: what they are shown comes back as input, so for them the rule at the door holds as well.
    /// </summary>
    public static (Verdict Verdict, DataCategory? Blocked) MayLeave(PluginGate plugin, DataLabel label, SinkName sink)
    {
        if (label.Categories == 0)
            return (Verdict.Forwarded, null);
        var column = plugin.Flows.ColumnOf(sink);
        for (var rest = label.Categories; rest != 0;)
        {
            var category = DataLabel.TakeLowest(ref rest);
            var flow = plugin.Flows.FlowTo(category, column);
            if (flow < 0)
                return (Verdict.Label, category);
            var needed = 1UL << flow | (sink.Kind == SinkKind.Ui ? plugin.Flows.RequiredFlows(category) : 0);
            if (!AllAllow(plugin, needed, category, label))
                return (Verdict.NotConsented, category);
        }

        return (Verdict.Forwarded, null);
    }

    /// <summary>Back in from a place that the plugin's own data went to: the rule at the door, and that they may be there at all.</summary>
    public static (Verdict Verdict, DataCategory? Blocked) MayReturn(PluginGate plugin, DataLabel label, SinkName place)
    {
        if (label.Categories == 0)
            return (Verdict.Forwarded, null);
        var column = plugin.Flows.ColumnOf(place);
        for (var rest = label.Categories; rest != 0;)
        {
            var category = DataLabel.TakeLowest(ref rest);
            var flow = plugin.Flows.FlowTo(category, column);
            if (flow < 0)
                return (Verdict.NotDeclared, category);
            if (!AllAllow(plugin, plugin.Flows.RequiredFlows(category) | (1UL << flow), category, label))
                return (Verdict.NotConsented, category);
        }

        return (Verdict.Forwarded, null);
    }

    /// <summary>In from elsewhere: the rule at the door, <see cref="PluginGate.AllowsIn"/>, for everyone whose data it is.</summary>
    public static (Verdict Verdict, DataCategory? Blocked) MayEnter(PluginGate plugin, DataLabel label)
    {
        for (var rest = label.Categories; rest != 0;)
        {
            var category = DataLabel.TakeLowest(ref rest);
            var flows = plugin.Flows.FlowsOf(category);
            if (flows == 0)
                return (Verdict.Label, category);
            if (!AllAllow(plugin, plugin.Flows.RequiredFlows(category), category, label)
                || !plugin.Consents.EachAllowsOne(flows, label.SubjectsOf(category)))
                return (Verdict.NotConsented, category);
        }

        return (Verdict.Forwarded, null);
    }

    private static bool AllAllow(PluginGate plugin, ulong flows, DataCategory category, DataLabel label)
    {
        for (; flows != 0; flows &= flows - 1)
            if (!plugin.Consents.AllAllow(BitOperations.TrailingZeroCount(flows), label.SubjectsOf(category)))
                return false;
        return true;
    }
}
