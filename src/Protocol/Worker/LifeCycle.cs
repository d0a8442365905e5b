namespace PluginRoom.Protocol.Worker;

/// <param name="Entry">The plugin's assembly or script, relative to the plugin folder.</param>
/// <param name="Capabilities">Names declared in the manifest, so that a refusal can be raised without a round trip. The host checks again.</param>
/// <param name="HandlerMs">What one handler has before the host ends the process; a script is stopped before that.</param>
public sealed record Initialize(
    string PluginId, string Version, string Entry, string RoomAlias, IReadOnlyList<string> Capabilities, int HandlerMs);

/// <param name="DeadlineMs">After this many milliseconds the process is killed.</param>
public sealed record Shutdown(int DeadlineMs);

public sealed record Ready(string SdkVersion);

/// <param name="Level"><c>debug</c>, <c>info</c>, <c>warning</c> or <c>error</c>.</param>
public sealed record WorkerLog(string Level, string Message);

/// <param name="During">What the plugin was doing, e.g. <c>start</c> or <c>chat.message</c>.</param>
public sealed record WorkerFault(string During, string Message, string? Stack);
