namespace PluginRoom.Host.Storage;

/// <summary>How much plugins may keep. Counted in bytes of UTF-8 keys and of values as the plugin gave them.</summary>
public sealed record StorageLimits
{
    /// <summary>So that the keys of a full store fit into one message to a worker, however they are escaped.</summary>
    public int KeyBytes { get; init; } = 128;

    public int ValueBytes { get; init; } = 256 << 10;

    /// <summary>Of one plugin in one room, the room's values and those for persons together.</summary>
    public int Entries { get; init; } = 1_000;

    /// <summary>Of one plugin in one room.</summary>
    public long Bytes { get; init; } = 8 << 20;

    /// <summary>Of the whole host: values that may outlive their room. Each has 64 bytes in the key file.</summary>
    public int LastingEntries { get; init; } = 65_536;

    /// <summary>Of the whole host: the database, in pages of 4,096 bytes.</summary>
    public int FilePages { get; init; } = 262_144;

    /// <summary>Nothing is kept for longer beyond its room's end, whatever a manifest says.</summary>
    public TimeSpan LongestRetention { get; init; } = TimeSpan.FromDays(30);

    /// <summary>How long what is over may still lie there before its key is destroyed. Nobody is given it in that time.</summary>
    public TimeSpan SweepEvery { get; init; } = TimeSpan.FromSeconds(15);
}
