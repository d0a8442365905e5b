namespace PluginRoom.Protocol.Client;

/// <summary>Event <c>ledger</c>: decisions since the last one, in order; at most four events a second. Also <c>ReadLedger</c>'s reply.</summary>
public sealed record LedgerBatch(IReadOnlyList<LedgerEntryView> Entries);

/// <summary>One decision of the gate, as this person may see it.</summary>
/// <param name="Capability">What the plugin used; empty where its process as a whole was concerned.</param>
/// <param name="At">Milliseconds since 1970 (UTC).</param>
/// <param name="Category">Data categories, separated by spaces; empty where no person's data was concerned.</param>
/// <param name="Subject">Whose data: <c>me</c> (alone or with others'), <c>other</c> or <c>nobody</c>. Who the others are is not told.</param>
/// <param name="Verdict"><c>forwarded</c>, or what blocked it: <c>not-declared</c>, <c>not-consented</c>, <c>label</c>, <c>limit</c>.</param>
/// <param name="Count">Messages that this entry stands for (streams are counted, not listed).</param>
/// <param name="Hash">Hex SHA-256 over this entry and the one before.</param>
/// <param name="Words">What the process did and what became of it, where <paramref name="Capability"/> is empty.</param>
public sealed record LedgerEntryView(
    long Sequence, long At, string PluginId, string Capability, string Category, string Subject, string Sink, string Verdict, long Count, long Bytes, string Hash, string? Words);
