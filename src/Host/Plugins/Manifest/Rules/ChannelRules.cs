using PluginRoom.Host.Plugins.Manifest.Reading;
using PluginRoom.Host.Vocabulary;

namespace PluginRoom.Host.Plugins.Manifest.Rules;

/// <summary>Channels are named once and need their capability.</summary>
internal static class ChannelRules
{
    public static void Check(ManifestDraft draft, ErrorList errors)
    {
        foreach (var (pointer, channel) in ManifestRules.Repeated(draft.Channels, channel => channel.Name))
            errors.Add($"{pointer}/name", $"Another channel is called {Wording.Quote(channel.Name)} already. Give each its own name.");
        if (draft.Channels.Items.Count > 0 && draft.Capabilities.IsComplete
            && !draft.Capabilities.Values.Any(capability => capability.Name == Capability.ChannelOpen))
            errors.Add("/channels", "Channels need the capability channel.open. Declare it, or remove the channels.");
    }
}
