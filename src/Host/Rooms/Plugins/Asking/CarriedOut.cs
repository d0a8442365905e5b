using PluginRoom.Host.Workers;
using PluginRoom.Protocol.Client;

namespace PluginRoom.Host.Rooms.Plugins.Asking;

/// <summary>What became of a person's yes.</summary>
/// <param name="Reply">For the worker that asked.</param>
/// <param name="Problem">For the person's page, when nothing came of it.</param>
internal readonly record struct CarriedOut(WorkerReply Reply, HubError? Problem = null);
