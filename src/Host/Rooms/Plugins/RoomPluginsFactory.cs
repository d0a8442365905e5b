using PluginRoom.Host.Broker;
using PluginRoom.Host.Egress.Network;
using PluginRoom.Host.Ledger;
using PluginRoom.Host.Plugins.Catalog;
using PluginRoom.Host.PluginUi.Addresses;
using PluginRoom.Host.Storage;
using PluginRoom.Host.Webhooks;
using PluginRoom.Host.Workers;

namespace PluginRoom.Host.Rooms.Plugins;

/// <summary>Makes the <see cref="RoomPlugins"/> of each new room, with a ledger and a gate of its own.</summary>
public sealed class RoomPluginsFactory(
    PluginCatalog catalog,
    WorkerLauncher workers,
    PluginUiAddresses addresses,
    HostStorage storage,
    EgressNetwork outside,
    WebhookTable webhooks,
    TimeProvider time,
    ILoggerFactory logs)
{
    public RoomPlugins Create(Room room)
    {
        var ledger = new FlowLedger(time);
        var store = storage.OpenRoom(room.Name.Text);
        var context = new RoomPluginContext(
            room, new RoomSubjects(), new CapabilityBroker(ledger), workers, addresses, store, outside, webhooks, time, logs);
        return new RoomPlugins(room, catalog, context, ledger);
    }
}
