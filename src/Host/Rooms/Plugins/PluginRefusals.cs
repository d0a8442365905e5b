using PluginRoom.Host.Broker;
using PluginRoom.Host.Plugins.Catalog;
using PluginRoom.Protocol.Client;
using PluginRoom.Protocol.Worker;

namespace PluginRoom.Host.Rooms.Plugins;

/// <summary>The typed errors about plugins, and a refusal of the gate in the words of either side.</summary>
internal static class PluginRefusals
{
    public static readonly HubError Unknown = new("plugin.unknown", "This host has no such plugin. Choose one from the list.");
    public static readonly HubError Broken = new("plugin.broken", "This plugin has errors and cannot be used. The host's operator sees them in the log and at /api/plugins.");
    public static readonly HubError Waiting = new("plugin.waiting", "This plugin was updated, and this host takes updates after a while only. Try again later.");
    public static readonly HubError UpdateGone = new("update.gone", "This version does not wait any more. Look at the plugin again.");
    public static readonly HubError NotInRoom = new("plugin.not-in-room", "This plugin is not in the room. Add it first.");
    public static readonly HubError NotRunning = new("plugin.not-running", "The plugin's server side does not run at the moment. Try again shortly.");
    public static readonly HubError NotFailed = new("plugin.not-failed", "This plugin has not stopped for good: it runs, or starts again by itself.");
    public static readonly HubError RestartRate = new("plugin.restart-rate", "This plugin was restarted just now. Wait a minute and try again.");
    public static readonly HubError TooMany = new("plugin.limit", "This room has as many plugins as it can hold. Remove one first.");
    public static readonly HubError Stale = new("plugin.stale", "This window of the plugin was started anew meanwhile. Use the new one.");
    public static readonly HubError FlowUnknown = new("flow.unknown", "The plugin declares no such flow; it may have changed. Open the Plugins panel again.");
    public static readonly HubError PurposeOff = new("purpose.off", "What this would be for is switched off in this room, so it cannot be allowed. A moderator can switch it on.");
    public static readonly HubError ChannelUnknown = new("channel.unknown", "The plugin's manifest declares no channel of this name. Add it to \"channels\" of plugin.json.");
    public static readonly HubError NoTransform = new("transform.none", "This plugin has no part that changes pictures. Its manifest needs a \"ui\" entry in the slot transform.");
    public static readonly HubError NotTransforming = new("transform.off", "This plugin does not change your picture at the moment.");
    public static readonly HubError RecordingRunning = new("recording.running", "A recording runs already. Only one runs at a time in a room.");
    public static readonly HubError RecordingUnknown = new("recording.unknown", "This recording is over.");
    public static readonly HubError NotYours = new("recording.not-yours", "Only who started a recording can stop it.");

    /// <summary>Why a plugin that this host has cannot be added.</summary>
    public static HubError ForEntry(CatalogEntry entry) => entry.State switch
    {
        CatalogState.Blocked => new("plugin.blocked", BlockedWords(entry.ToView().StateReason)),
        CatalogState.Waiting => Waiting,
        _ => Broken,
    };

    /// <param name="reason">The operator's, where there is one.</param>
    public static string BlockedWords(string? reason) =>
        reason is null ? "Whoever runs this host has blocked this plugin." : $"Whoever runs this host has blocked this plugin: {reason}";

    public static HubError ForPage(Refusal refusal) => refusal.Verdict switch
    {
        Verdict.NotConsented when refusal.Origin == FlowOrigin.Frames => new("consent.others", refusal.Message),
        Verdict.NotConsented => new("consent.missing", "You have not allowed this. You can in the Plugins panel."),
        Verdict.PurposeOff => new("purpose.off", refusal.Message),
        Verdict.Label => new("sink.blocked", refusal.Message),
        Verdict.Limit => new("message.rate", refusal.Message),
        _ => new("capability.denied", refusal.Message),
    };

    public static CallRefused ForWorker(Refusal refusal) =>
        new(refusal.Capability.Name, refusal.Verdict.Name(), refusal.Message, refusal.ManifestLine);
}
