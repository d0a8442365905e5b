using System.Security.Cryptography;

namespace PluginRoom.Host.Ledger;

/// <summary>
/// Append-only record of every decision of the gate in one room, kept for the room's life and never written to disk. Equal
/// decisions within <see cref="Window"/> are one entry with a count. When the window is over its entries are sealed: each gets
/// the SHA-256 of itself and the hash before, so that a copy that someone exported shows whether anything was taken out later.
/// Used on the room's queue only.
/// </summary>
public sealed class FlowLedger(TimeProvider time)
{
    private const int ChunkSize = 1024;

    private readonly List<LedgerEntry[]> _chunks = [new LedgerEntry[ChunkSize]];
    private readonly List<byte[]> _hashes = [];
    private int _count;
    private int _windowStart;
    private long _windowEnds;

    /// <summary>How long equal decisions are counted together.</summary>
    public static TimeSpan Window { get; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Entries that are sealed and can be shown; the rest follow when their window is over.</summary>
    public int SealedCount => _hashes.Count;

    public int Count => _count;

    /// <summary>Raised when the first entry after a <see cref="Seal"/> is written, so that someone seals it in time.</summary>
    public event Action? Opened;

    public ref readonly LedgerEntry this[int index] => ref _chunks[index / ChunkSize][index % ChunkSize];

    /// <summary>Hex SHA-256 of a sealed entry and the hash before it.</summary>
    public string HashOf(int index) => Convert.ToHexStringLower(_hashes[index]);

    /// <summary>Writes a decision down and gives its sequence number.</summary>
    internal long Append(in LedgerEntry draft)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        if (now >= _windowEnds)
            (_windowStart, _windowEnds) = (_count, now + (long)Window.TotalMilliseconds);

        for (var i = _count - 1; i >= _windowStart && i >= SealedCount; i--)
        {
            ref var earlier = ref _chunks[i / ChunkSize][i % ChunkSize];
            if (!earlier.IsLike(draft))
                continue;
            earlier.Count += Decisions(draft);
            earlier.Bytes += draft.Bytes;
            return earlier.Sequence;
        }

        return AppendNew(draft, now);
    }

    /// <summary>Closes the books on everything so far. Returns how many entries that added to <see cref="SealedCount"/>.</summary>
    public int Seal()
    {
        var before = _hashes.Count;
        while (_hashes.Count < _count)
            _hashes.Add(SHA256.HashData(LedgerCanonicalForm.Of(this[_hashes.Count], _hashes.Count == 0 ? [] : _hashes[^1])));
        _windowEnds = 0;
        return _count - before;
    }

    private long AppendNew(in LedgerEntry draft, long now)
    {
        var slot = _count % ChunkSize;
        if (slot == 0 && _count > 0)
            _chunks.Add(new LedgerEntry[ChunkSize]);
        _chunks[^1][slot] = draft with { Sequence = ++_count, At = now, Count = Decisions(draft) };
        if (_count == SealedCount + 1)
            Opened?.Invoke();
        return _count;
    }

    /// <summary>A draft stands for one decision unless it says how many messages of a stream it sums up.</summary>
    private static long Decisions(in LedgerEntry draft) => Math.Max(1, draft.Count);
}
