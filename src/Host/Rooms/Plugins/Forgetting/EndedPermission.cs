namespace PluginRoom.Host.Rooms.Plugins.Forgetting;

/// <summary>What one person had allowed a plugin, and does not any more.</summary>
/// <param name="ParticipantId">Null for somebody of an earlier room of this name, whom the plugin knows by what is stored only.</param>
/// <param name="Categories">What was allowed until now, in one flow at least, one bit each.</param>
internal sealed record EndedPermission(string? ParticipantId, int Subject, uint Categories);
