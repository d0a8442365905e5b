using PluginRoom.Host.Plugins.Manifest.Reading;

namespace PluginRoom.Host.Plugins.Manifest.Rules;

/// <summary>The rules between the values of a manifest. Each adds its own errors; none depends on another's verdict.</summary>
internal static class ManifestRules
{
    public static void Check(ManifestDraft draft, ErrorList errors)
    {
        PartRules.Check(draft, errors);
        CapabilityRules.Check(draft, errors);
        FlowRules.Check(draft, errors);
        SinkRules.Check(draft, errors);
        ChannelRules.Check(draft, errors);
        CallableRules.Check(draft, errors);
    }

    /// <summary>Every item whose key was there before.</summary>
    public static IEnumerable<DraftItem<T>> Repeated<T, TKey>(DraftList<T> list, Func<T, TKey> key)
    {
        var seen = new HashSet<TKey>();
        return [.. list.Items.Where(item => !seen.Add(key(item.Value)))];
    }
}
