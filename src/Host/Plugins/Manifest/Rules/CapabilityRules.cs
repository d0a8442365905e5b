using PluginRoom.Host.Plugins.Manifest.Reading;
using PluginRoom.Host.Vocabulary;

namespace PluginRoom.Host.Plugins.Manifest.Rules;

/// <summary>What may be asked for, and that it is asked for a stated reason and use.</summary>
internal static class CapabilityRules
{
    public static void Check(ManifestDraft draft, ErrorList errors)
    {
        foreach (var (pointer, declared) in ManifestRules.Repeated(draft.Capabilities, capability => capability.Name))
            errors.Add(pointer, $"{declared.Name} is declared twice. Keep one of them.");
        foreach (var (pointer, declared) in draft.Capabilities.Items)
            CheckOne(pointer, declared, draft, errors);
    }

    private static void CheckOne(string pointer, ManifestCapability declared, ManifestDraft draft, ErrorList errors)
    {
        var capability = declared.Name;
        if (capability.Risk >= CapabilityRisk.Medium && declared.Reason is null)
            errors.Add($"{pointer}/reason", $"{capability} needs a reason that people can read before they decide. Add a \"reason\".");
        if (capability == Capability.MediaLocalTransform && draft.Ui.IsComplete && !draft.Ui.Values.Any(ui => ui.Slot == UiSlot.Transform))
            errors.Add(pointer, $"{capability} works through a script that gets the pictures, and \"ui\" has none. Add {{ \"slot\": \"transform\", \"title\": \"...\", \"entry\": \"ui/picture.js\", \"mode\": \"worker\" }} to ui, or remove the capability.");
        if (draft.Flows.IsComplete && IsDeadAccess(capability, draft.Flows.Values))
            errors.Add(pointer, $"{capability} gives {Wording.List(capability.Yields.Select(data => data.Name()))}, but no data flow says where that goes. Add one to dataFlows or remove the capability.");
    }

    // A frame may show things without ever sending what people do in it; a channel exists only to send that to other frames.
    private static bool IsDeadAccess(Capability capability, IEnumerable<ManifestFlow> flows)
    {
        if (capability == Capability.ChannelOpen)
            return !flows.Any(flow => flow.Data == DataCategory.PluginInput && flow.To == SinkName.Ui);
        return capability.Yields.Count > 0
            && !capability.Yields.Contains(DataCategory.PluginInput)
            && !flows.Any(flow => capability.Yields.Contains(flow.Data));
    }
}
