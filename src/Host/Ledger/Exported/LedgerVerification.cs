namespace PluginRoom.Host.Ledger.Exported;

/// <summary>What came out of checking one exported ledger.</summary>
/// <param name="Problems">Empty when the chain holds and all that is shown is what it stands for.</param>
/// <param name="Whole">Entries shown in full and checked against their digest.</param>
/// <param name="Veiled">Entries shown without why they were blocked; their digest cannot be checked.</param>
/// <param name="Hidden">Others' entries, of which only the hashes are there.</param>
internal sealed record LedgerVerification(LedgerExport Export, IReadOnlyList<string> Problems, int Whole, int Veiled, int Hidden)
{
    private const int MaxProblems = 10;

    public bool IsGood => Problems.Count == 0;

    public static LedgerVerification Of(LedgerExport export)
    {
        var problems = new List<string>();
        var (whole, veiled, hidden) = (0, 0, 0);
        if (export.First < 1 || ParseHash(export.Before) is null)
            return new(export, ["It does not say where the chain begins: \"first\" counts from 1, \"before\" is 64 hex digits."], 0, 0, 0);
        if (export.First == 1 && !ParseHash(export.Before).AsSpan().SequenceEqual(LedgerChain.Start))
            problems.Add("Entry 1 does not begin a ledger: the hash before it should be 64 zeros.");

        var (sequence, hash) = (export.First, ParseHash(export.Before)!);
        foreach (var entry in export.Entries)
        {
            if (LinkProblem(entry, sequence, hash) is { } broken)
                return new(export, [.. problems, broken], whole, veiled, hidden);
            // A changed content leaves the rest of the chain as it is, so all of them are found.
            if (ContentProblem(entry) is { } changed && problems.Count < MaxProblems)
                problems.Add(changed);
            _ = !entry.IsShown ? hidden++ : entry.Salt is null ? veiled++ : whole++;
            (sequence, hash) = (sequence + 1, ParseHash(entry.Hash)!);
        }

        if (sequence - 1 != export.Last || !hash.AsSpan().SequenceEqual(ParseHash(export.Head)))
            problems.Add($"Entries are missing at the end: the file was saved up to entry {export.Last} and stops after {sequence - 1}.");
        return new(export, problems, whole, veiled, hidden);
    }

    private static string? LinkProblem(ExportedEntry entry, long expected, byte[] hashBefore)
    {
        if (entry.Sequence != expected)
            return entry.Sequence > expected
                ? $"Entry {expected} is missing: after {expected - 1} comes {entry.Sequence}."
                : $"Entry {entry.Sequence} stands where entry {expected} should be.";
        if (ParseHash(entry.Digest) is not { } digest || ParseHash(entry.Hash) is not { } hash)
            return $"Entry {expected} has no digest and hash of 64 hex digits each.";
        return hash.AsSpan().SequenceEqual(LedgerChain.Next(hashBefore, digest))
            ? null
            : $"Entry {expected} does not follow on the one before it: it was changed, or something before it was exchanged.";
    }

    private static string? ContentProblem(ExportedEntry entry)
    {
        if (!entry.IsShown)
            return null;
        if (entry.Record is not { } record)
            return $"Entry {entry.Sequence} is shown in part only.";
        if (entry.Salt is not { } salt)
            return record.Verdict == "blocked" ? null : $"Entry {entry.Sequence} cannot be checked: its salt is missing.";
        string[] texts = [record.PluginId, record.Capability, record.Category, record.Sink, record.Verdict, record.Words ?? "", salt];
        // The lines that the digest is taken over could be divided otherwise.
        if (texts.Any(text => text.AsSpan().ContainsAny('\n', '\r')))
            return $"Entry {entry.Sequence} was changed: it holds a line break, which no entry does.";
        return ParseHash(entry.Digest).AsSpan().SequenceEqual(LedgerChain.Digest(record, salt))
            ? null
            : $"Entry {entry.Sequence} was changed: it is not what the room wrote down.";
    }

    private static byte[]? ParseHash(string text) =>
        text.Length == 2 * LedgerChain.HashSize && text.All(char.IsAsciiHexDigitLower) ? Convert.FromHexString(text) : null;
}
