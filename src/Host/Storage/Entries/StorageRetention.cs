namespace PluginRoom.Host.Storage.Entries;

/// <summary>How long one value may be kept: the shortest of all flows that it rests on.</summary>
/// <param name="EndsWithRoom">False: it may outlive the room, up to <paramref name="AtMost"/>.</param>
/// <param name="AtMost">From the moment of writing. Never null for what outlives the room.</param>
public sealed record StorageRetention(bool EndsWithRoom, TimeSpan? AtMost)
{
    public static StorageRetention Room { get; } = new(true, null);

    /// <summary>Only what has an end of its own may outlive its room.</summary>
    public bool OutlivesRoom => !EndsWithRoom && AtMost is not null;
}
