namespace PluginRoom.Host.Logging;

/// <summary>What of an event is written.</summary>
internal sealed record WrittenEvent(
    DateTimeOffset Time,
    LogLevel Level,
    EventId Id,
    string Category,
    string Message,
    IEnumerable<KeyValuePair<string, object?>> Values,
    Exception? Exception);
