using PluginRoom.Host.Broker;
using PluginRoom.Host.Egress.Network;
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

/// <summary>What every plugin of one room works with.</summary>
internal sealed record RoomPluginContext(
    Room Room,
    RoomSubjects Subjects,
    FrameGenerations Generations,
    RoomPurposes Purposes,
    CapabilityBroker Broker,
    PluginQuestions Questions,
    PluginCallDesk Calls,
    WorkerLauncher Workers,
    PluginUiAddresses Addresses,
    RoomStore Store,
    EgressNetwork Outside,
    WebhookTable Webhooks,
    RoomForgetting Forgetting,
    TimeProvider Time,
    ILoggerFactory Logs);
