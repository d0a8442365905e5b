using PluginRoom.Host.Plugins.Manifest.Reading;
using PluginRoom.Host.Vocabulary;

namespace PluginRoom.Host.Plugins.Manifest.Rules;

/// <summary>Each flow takes data that the plugin gets to a place that it may reach, for a purpose that rooms allow.</summary>
internal static class FlowRules
{
    public static void Check(ManifestDraft draft, ErrorList errors)
    {
        foreach (var (pointer, flow) in ManifestRules.Repeated(draft.Flows, flow => (flow.Data, flow.To)))
            errors.Add(pointer, $"Another flow takes {flow.Data.Name()} to {flow.To} already. Keep one of them.");
        foreach (var (pointer, flow) in draft.Flows.Items)
        {
            if (draft.Capabilities.IsComplete)
                CheckCapabilities(pointer, flow, draft, errors);
            if (flow.To.Kind == SinkKind.External && draft.Sinks.IsComplete)
                CheckSink(pointer, flow.To.Target!, draft, errors);
            if (flow.To.Kind is SinkKind.StorageRoom or SinkKind.StorageUser && flow.Retention.Kind == RetentionKind.None)
                errors.Add($"{pointer}/retention", $"What goes to {flow.To} is kept there, so \"none\" cannot be. Say how long: room, or a duration such as PT24H.");
            if (!flow.Purpose.IsOnByDefault() && !flow.Optional)
                errors.Add(
                    $"{pointer}/optional",
                    $"The purpose {flow.Purpose.Name()} is off unless a room switches it on, so the plugin has to work without it. Say \"optional\": true, or remove the flow.");
        }
    }

    private static void CheckCapabilities(string pointer, ManifestFlow flow, ManifestDraft draft, ErrorList errors)
    {
        var declared = draft.Capabilities.Values.Select(capability => capability.Name).ToList();
        if (!declared.Any(capability => capability.Yields.Contains(flow.Data)) && !CallableRules.TalksToPlugins(draft))
        {
            var giving = Capability.All.Where(capability => capability.Yields.Contains(flow.Data)).Select(capability => capability.Name);
            errors.Add($"{pointer}/data", $"No declared capability gives {flow.Data.Name()}. Declare one of {Wording.List(giving)}, or remove the flow.");
        }

        if (flow.To.Kind == SinkKind.Plugin)
            CheckPlugin(pointer, flow.To, draft, errors);
        var reaching = Reaching(flow.To.Kind);
        if (reaching.Length > 0 && !reaching.Any(declared.Contains))
            errors.Add($"{pointer}/to", $"Sending data to {flow.To} needs the capability {string.Join(" or ", reaching.Select(capability => capability.Name))}. Declare it, or remove the flow.");
    }

    private static void CheckPlugin(string pointer, SinkName to, ManifestDraft draft, ErrorList errors)
    {
        if (to.Target == draft.Text("id"))
            errors.Add($"{pointer}/to", "That is this plugin itself, which needs no flow for it. Remove the flow.");
        if (!CallableRules.TalksToPlugins(draft))
            errors.Add($"{pointer}/to", $"Handing data to {to} needs the capability plugin.call, or \"callable\" to answer its calls. Declare one of them, or remove the flow.");
    }

    private static void CheckSink(string pointer, string id, ManifestDraft draft, ErrorList errors)
    {
        var ids = draft.Sinks.Values.Select(sink => sink.Id).ToList();
        if (!ids.Contains(id))
            errors.Add($"{pointer}/to", $"There is no sink {Wording.Quote(id)}. Add it to sinks.{Wording.DidYouMean(id, ids)}");
    }

    /// <summary>Any of them will do. None: frames need nothing more than their slot, and another plugin is reached by calls either way.</summary>
    internal static Capability[] Reaching(SinkKind kind) => kind switch
    {
        SinkKind.Room =>
        [
            Capability.ChatSend, Capability.UiNotification, Capability.ChatSendAsUser, Capability.MediaPublish,
            Capability.ModerationMute, Capability.ModerationRemove,
        ],
        SinkKind.StorageRoom => [Capability.StorageRoom],
        SinkKind.StorageUser => [Capability.StorageUser],
        SinkKind.Download => [Capability.FilesOffer, Capability.RecordingWrite],
        SinkKind.External => [Capability.NetFetch],
        _ => [],
    };
}
