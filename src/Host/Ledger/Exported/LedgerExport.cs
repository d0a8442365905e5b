namespace PluginRoom.Host.Ledger.Exported;

/// <summary>What a page saves under "who sees what": the chain as far as the page has it. All members stand in the file under these names in camelCase.</summary>
internal sealed record LedgerExport
{
    public const string CurrentFormat = "pluginroom-ledger-2";

    public required string Format { get; init; }

    /// <summary>Sequence number of the first entry.</summary>
    public required long First { get; init; }

    /// <summary>Hash before the first entry, hex.</summary>
    public required string Before { get; init; }

    /// <summary>Sequence number of the last entry; so that a file shows when entries are missing at its end.</summary>
    public required long Last { get; init; }

    /// <summary>Hash of the last entry, hex.</summary>
    public required string Head { get; init; }

    public required IReadOnlyList<ExportedEntry> Entries { get; init; }
}

/// <summary>
/// Of an entry that concerns the person who saved the file all members are there; <see cref="Salt"/> is missing where the host veils
/// why it was blocked. Of others' entries only the first three.
/// </summary>
internal sealed record ExportedEntry
{
    public required long Sequence { get; init; }

    public required string Digest { get; init; }

    public required string Hash { get; init; }

    public long? At { get; init; }

    public string? PluginId { get; init; }

    public string? Capability { get; init; }

    public string? Category { get; init; }

    public string? Sink { get; init; }

    public string? Verdict { get; init; }

    public long? Count { get; init; }

    public long? Bytes { get; init; }

    public string? Words { get; init; }

    public string? Salt { get; init; }

    public bool IsShown => PluginId is not null;

    /// <summary>What the digest is taken over; null where the file does not show the entry, or a member is missing.</summary>
    public LedgerRecord? Record =>
        (At, PluginId, Capability, Category, Sink, Verdict, Count, Bytes) is
        ({ } at, { } plugin, { } capability, { } category, { } sink, { } verdict, { } count, { } bytes)
            ? new LedgerRecord(Sequence, at, plugin, capability, category, sink, verdict, count, bytes, Words)
            : null;
}
