namespace PluginRoom.Protocol.Client;

/// <summary>Hub method <c>ReadLedger</c>: the past, as far as the page does not have it.</summary>
/// <param name="After">The last sequence number that the page has; null for the latest entries that fit into one reply.</param>
public sealed record LedgerRequest(long? After);

/// <summary>Event <c>ledger</c>: decisions since the last one, in order; at most four events a second. Also <c>ReadLedger</c>'s reply.</summary>
/// <param name="Before">Hash of the entry before the first one here, hex; 64 zeros before the ledger's first.</param>
/// <param name="Last">Sequence number of the ledger's last entry so far; a reply that ends before it is read on with its own last one.</param>
public sealed record LedgerBatch(string Before, IReadOnlyList<LedgerEntryView> Entries, long Last);

/// <summary>One decision of the gate, as this person may see it.</summary>
/// <param name="Capability">What the plugin used; empty where its process as a whole was concerned.</param>
/// <param name="At">Milliseconds since 1970 (UTC).</param>
/// <param name="Category">Data categories, separated by spaces; empty where no person's data was concerned.</param>
/// <param name="Subject">Whose data: <c>me</c> (alone or with others'), <c>other</c> or <c>nobody</c>. Who the others are is not told.</param>
/// <param name="Verdict"><c>forwarded</c>, or what blocked it: <c>not-declared</c>, <c>not-consented</c>, <c>label</c>, <c>purpose-off</c>, <c>limit</c>;
/// <c>blocked</c> where anything closer could tell this person what others chose.</param>
/// <param name="Count">Messages that this entry stands for (streams are counted, not listed).</param>
/// <param name="Words">What the process did and what became of it, where <paramref name="Capability"/> is empty.</param>
/// <param name="Salt">Part of what the digest is taken over, hex; null where the verdict is <c>blocked</c>, so that trying does not tell more.</param>
/// <param name="Digest">SHA-256 of this entry without its subject, hex; see LedgerChain in the host.</param>
/// <param name="Hash">SHA-256 over the hash of the entry before and the digest, hex.</param>
public sealed record LedgerEntryView(
    long Sequence,
    long At,
    string PluginId,
    string Capability,
    string Category,
    string Subject,
    string Sink,
    string Verdict,
    long Count,
    long Bytes,
    string? Words,
    string? Salt,
    string Digest,
    string Hash);
