namespace PluginRoom.Protocol.Client;

/// <summary>
/// Hub method <c>StartTransform</c>: this person switches on, in their own page, that a plugin changes their camera picture before it is sent.
/// The host is given nothing of it but that it happens.
/// </summary>
public sealed record TransformStart(string PluginId);

/// <summary>Hub method <c>StopTransform</c>, with what the page counted.</summary>
public sealed record TransformStop(string PluginId, long Frames);
