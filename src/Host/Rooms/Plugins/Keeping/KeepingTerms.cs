using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using PluginRoom.Host.Broker;
using PluginRoom.Host.Plugins.Manifest;
using PluginRoom.Host.Storage.Entries;
using PluginRoom.Host.Vocabulary;

namespace PluginRoom.Host.Rooms.Plugins.Keeping;

/// <summary>For how long a manifest lets data be stored, and on which words of it that rests.</summary>
internal static class KeepingTerms
{
    /// <summary>
    /// The shortest retention of the flows of these categories to this sink. What holds nobody's data rests on no flow, and ends with
    /// the room. Null: one of the flows is missing or says that nothing is kept.
    /// </summary>
    public static StorageRetention? RetentionFor(PluginManifest manifest, SinkName sink, uint categories)
    {
        var shortest = categories == 0 ? StorageRetention.Room : new StorageRetention(false, null);
        while (categories != 0)
        {
            var category = DataLabel.TakeLowest(ref categories);
            var flow = manifest.DataFlows.FirstOrDefault(flow => flow.Data == category && flow.To == sink);
            if (flow is null || flow.Retention.Kind == RetentionKind.None)
                return null;
            shortest = flow.Retention.Duration is { } duration
                ? shortest with { AtMost = shortest.AtMost < duration ? shortest.AtMost : duration }
                : shortest with { EndsWithRoom = true };
        }

        return shortest;
    }

    /// <summary>
    /// A fingerprint of every flow that people have to have allowed for data of these categories to lie there. Equal as long as the
    /// manifest's words for them are.
    /// </summary>
    public static string Of(FlowTable flows, SinkName sink, uint categories)
    {
        var keys = new StringBuilder();
        while (categories != 0)
        {
            var category = DataLabel.TakeLowest(ref categories);
            foreach (var flow in Needed(flows, category, sink))
                keys.Append(flows.Flows[flow].Key).Append('\n');
            keys.Append(category.Name()).Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(keys.ToString())));
    }

    /// <summary>The flows that a person has to allow for their data of this category to be kept there. None: it may not be.</summary>
    public static IEnumerable<int> Needed(FlowTable flows, DataCategory category, SinkName sink)
    {
        if (flows.FlowTo(category, sink) is not (var flow and >= 0))
            yield break;
        for (var rest = flows.RequiredFlows(category) | (1UL << flow); rest != 0; rest &= rest - 1)
            yield return BitOperations.TrailingZeroCount(rest);
    }
}
