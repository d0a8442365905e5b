using PluginRoom.Host.Vocabulary;
using PluginRoom.Protocol.Worker;

namespace PluginRoom.Host.Rooms.Plugins.Deliveries;

/// <summary>Something of a person's that their own page hands over, checked: under what the gate knows it, and what a plugin is told.</summary>
/// <param name="Bytes">For the ledger.</param>
/// <param name="ToEvent">From the pseudonym of the person towards one plugin and the time in milliseconds since 1970 (UTC).</param>
internal sealed record Delivery(Capability Capability, DataCategory Category, int Bytes, Func<string, long, WorkerEvent> ToEvent);
