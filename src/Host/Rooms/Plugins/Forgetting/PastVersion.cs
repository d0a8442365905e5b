using PluginRoom.Host.Broker;
using PluginRoom.Host.Plugins.Manifest;

namespace PluginRoom.Host.Rooms.Plugins.Forgetting;

/// <summary>A version of a plugin that is or was in the room: what it sent, and under which names it knew people.</summary>
internal sealed record PastVersion(PluginManifest Manifest, PluginGate Gate, Pseudonyms Pseudonyms);
