namespace PluginRoom.Worker.Loading;

/// <summary>The plugin as delivered cannot be started; the message tells its author why.</summary>
internal sealed class PluginLoadException(string message, Exception? inner = null) : Exception(message, inner);
