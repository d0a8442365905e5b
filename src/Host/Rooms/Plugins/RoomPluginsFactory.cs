using PluginRoom.Host.Broker;
using PluginRoom.Host.Egress.Network;
using PluginRoom.Host.Ledger;
using PluginRoom.Host.Plugins.Catalog;
using PluginRoom.Host.PluginUi.Addresses;
using PluginRoom.Host.Rooms.Plugins.Asking;
using PluginRoom.Host.Rooms.Plugins.Calls;
using PluginRoom.Host.Rooms.Plugins.Forgetting;
using PluginRoom.Host.Rooms.Plugins.Frames;
using PluginRoom.Host.Rooms.Plugins.Purposes;
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
    ForgettingDesk forgetting,
    TimeProvider time,
    ILoggerFactory logs)
{
    public RoomPlugins Create(Room room)
    {
        var ledger = new FlowLedger(time);
        var (subjects, broker) = (new RoomSubjects(), new CapabilityBroker(ledger));
        var store = storage.OpenRoom(room.Name.Text);
        var context = new RoomPluginContext(
            room, subjects, new FrameGenerations(), new RoomPurposes(), broker, new PluginQuestions(room, broker, time), new PluginCallDesk(room, broker, time), workers, addresses, store, outside, webhooks,
            new RoomForgetting(room, subjects, broker, forgetting, time), time, logs);
        return new RoomPlugins(room, catalog, context, ledger);
    }
}
