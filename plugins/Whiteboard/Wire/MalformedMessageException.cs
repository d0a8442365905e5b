namespace PluginRoom.Plugins.Whiteboard.Wire;

/// <summary>What a frame sent is not a message of this plugin.</summary>
internal sealed class MalformedMessageException(string message) : Exception(message);
