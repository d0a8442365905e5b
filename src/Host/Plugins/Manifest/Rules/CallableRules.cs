using PluginRoom.Host.Plugins.Manifest.Reading;
using PluginRoom.Host.Vocabulary;

namespace PluginRoom.Host.Plugins.Manifest.Rules;

/// <summary>What other plugins can call is named once, and somebody is there to answer.</summary>
internal static class CallableRules
{
    public static void Check(ManifestDraft draft, ErrorList errors)
    {
        foreach (var (pointer, callable) in ManifestRules.Repeated(draft.Callable, callable => callable.Method))
            errors.Add($"{pointer}/method", $"{Wording.Quote(callable.Method)} is listed twice. Keep one of them.");
        if (draft.Callable.Items.Count > 0 && !draft.Has("server"))
            errors.Add("/callable", "Calls are answered by the server side, and this plugin has none. Add \"server\", or remove \"callable\".");
    }

    /// <summary>It gets from other plugins whatever those have received, and gives back to them: by calling or by being called.</summary>
    public static bool TalksToPlugins(ManifestDraft draft) =>
        draft.Callable.Items.Count > 0 || !draft.Callable.IsComplete
        || draft.Capabilities.Values.Any(capability => capability.Name == Capability.PluginCall);
}
