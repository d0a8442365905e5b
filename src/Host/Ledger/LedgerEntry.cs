using PluginRoom.Host.Broker;
using PluginRoom.Host.Vocabulary;

namespace PluginRoom.Host.Ledger;

/// <summary>One decision, or as many equal ones as fell into the same half second. Holds no name and no content.</summary>
public struct LedgerEntry
{
    /// <summary>Counts from 1 in each room.</summary>
    public long Sequence { get; internal init; }

    /// <summary>Milliseconds since 1970 (UTC) of the first decision counted here.</summary>
    public long At { get; internal init; }

    public string PluginId { get; internal init; }

    /// <summary>What the plugin used; null where its process as a whole is concerned.</summary>
    public Capability? Capability { get; internal init; }

    /// <summary>Categories concerned, one bit each.</summary>
    public uint Categories { get; internal init; }

    /// <summary>Whose data: slots 0 to 62 of the room as bits, bit 63 for anyone beyond.</summary>
    public ulong Subjects { get; internal init; }

    public SinkName? Sink { get; internal init; }

    public Verdict Verdict { get; internal init; }

    /// <summary>What the process did and what became of it, where <see cref="Capability"/> is null.</summary>
    public string? Words { get; internal init; }

    /// <summary>Decisions counted here.</summary>
    public long Count { get; internal set; }

    public long Bytes { get; internal set; }

    internal readonly bool IsLike(in LedgerEntry other) =>
        ReferenceEquals(Capability, other.Capability)
        && Verdict == other.Verdict
        && Categories == other.Categories
        && Subjects == other.Subjects
        && ReferenceEquals(PluginId, other.PluginId)
        && Sink == other.Sink
        && Words == other.Words;
}
