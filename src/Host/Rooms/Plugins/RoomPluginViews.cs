using PluginRoom.Host.Broker;
using PluginRoom.Host.Plugins.Manifest;
using PluginRoom.Host.PluginUi.Addresses;
using PluginRoom.Host.Vocabulary;
using PluginRoom.Host.Workers;
using PluginRoom.Protocol.Client;

namespace PluginRoom.Host.Rooms.Plugins;

/// <summary>What everyone in the room sees of a plugin: the manifest in full, and how its server side is doing.</summary>
internal static class RoomPluginViews
{
    public static RoomPluginView Of(RoomPlugin plugin, PluginUiAddresses addresses, string isolation)
    {
        var manifest = plugin.Installed.Manifest;
        var (state, reason) = StateOf(plugin);
        return new RoomPluginView(
            manifest.Id,
            manifest.Name,
            manifest.Version,
            state,
            reason,
            plugin.AddedBy,
            plugin.AddedById,
            manifest.Publisher.Name,
            manifest.Publisher.Contact,
            addresses.PrivacyPolicyUrlFor(plugin.Installed),
            manifest.Server is null ? "no server side" : isolation,
            [.. manifest.Ui.Select(ui => new PluginUiView(ui.Slot.Name(), ui.Title, addresses.UrlFor(plugin.Installed, ui), ui.Mode.Name()))],
            Capabilities(manifest),
            Flows(manifest, plugin.Gate.Flows),
            [.. manifest.Channels.Select(c => new PluginChannelView(c.Name, c.Ordered, c.MaxMessageBytes, c.MaxMessagesPerSecond))],
            Sinks(manifest),
            plugin.Gate.Generation,
            plugin.Installed.Trust,
            plugin.Update?.View(addresses));
    }

    public static IReadOnlyList<PluginCapabilityView> Capabilities(PluginManifest manifest) => [.. manifest.Capabilities.Select(View)];

    /// <param name="flows">Of this manifest; its order is the manifest's.</param>
    public static IReadOnlyList<PluginFlowView> Flows(PluginManifest manifest, FlowTable flows) =>
        [.. manifest.DataFlows.Select((flow, index) => View(flow, flows.Flows[index].Key))];

    public static IReadOnlyList<PluginSinkView> Sinks(PluginManifest manifest) =>
        [.. manifest.Sinks.Select(sink => new PluginSinkView(sink.Id, sink.Url, sink.Operator, sink.Country))];

    private static PluginCapabilityView View(ManifestCapability capability) => new(
        capability.Name.Name, capability.Reason, capability.Optional, capability.Name.Risk == CapabilityRisk.Critical);

    private static PluginFlowView View(ManifestFlow flow, string key) => new(
        key,
        flow.Data.Name(),
        flow.To.ToString(),
        flow.Purpose.Name(),
        flow.Retention.ToString(),
        flow.Optional,
        Capability.All.Any(capability => capability.Risk == CapabilityRisk.Critical && capability.Yields.Contains(flow.Data)));

    // What a process says of its own end is output like any other, and goes past no sink: it is told only of one that had seen nothing.
    private static (string State, string? Reason) StateOf(RoomPlugin plugin)
    {
        var mayQuote = plugin.Gate.Label.Categories == 0;
        return plugin.Worker?.State switch
        {
            null => ("uiOnly", null),
            WorkerRunning running => ("running", running.Slowed is { } slowed ? $"Slowed down: {slowed}" : null),
            WorkerRestarting restarting => ("restarting", mayQuote ? restarting.Reason : restarting.HostWords),
            WorkerFailed failed => ("failed", mayQuote ? failed.Reason : failed.HostWords),
            _ => ("starting", null),
        };
    }
}
