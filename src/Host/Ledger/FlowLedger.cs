using System.Buffers.Binary;
using System.Security.Cryptography;
using PluginRoom.Host.Telemetry;

namespace PluginRoom.Host.Ledger;

/// <summary>
/// Append-only record of every decision of the gate in one room, kept for the room's life and never written to disk. Equal
/// decisions within <see cref="Window"/> are one entry with a count. When the window is over its entries are sealed into a
/// <see cref="LedgerChain"/>, so that a copy that someone exported shows whether anything was changed or taken out later.
/// Used on the room's queue only.
/// </summary>
public sealed class FlowLedger(TimeProvider time)
{
    private const int ChunkSize = 1024;
    private const int SaltSize = 16;

    private readonly List<LedgerEntry[]> _chunks = [new LedgerEntry[ChunkSize]];
    private readonly List<(byte[] Digest, byte[] Hash)> _links = [];
    private readonly byte[] _saltKey = RandomNumberGenerator.GetBytes(LedgerChain.HashSize);
    private int _count;
    private readonly LedgerWindow _window = new();
    private int _windowStart;
    private long _windowEnds;

    /// <summary>How long equal decisions are counted together.</summary>
    public static TimeSpan Window { get; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Entries that are sealed and can be shown; the rest follow when their window is over.</summary>
    public int SealedCount => _links.Count;

    public int Count => _count;

    /// <summary>When something was last written, milliseconds since 1970 (UTC).</summary>
    internal long LastAt { get; private set; }

    /// <summary>Raised when the first entry after a <see cref="Seal"/> is written, so that someone seals it in time.</summary>
    public event Action? Opened;

    public ref readonly LedgerEntry this[int index] => ref _chunks[index / ChunkSize][index % ChunkSize];

    /// <summary>Hex, of a sealed entry, see <see cref="LedgerChain.Digest"/>.</summary>
    public string DigestOf(int index) => Convert.ToHexStringLower(_links[index].Digest);

    /// <summary>Hex, of a sealed entry, see <see cref="LedgerChain.Next"/>; that of -1 is the chain's start.</summary>
    public string HashOf(int index) => Convert.ToHexStringLower(index < 0 ? LedgerChain.Start : _links[index].Hash);

    /// <summary>Hex; whoever may see all of an entry is told it, and can check the digest by it.</summary>
    public string SaltOf(int index)
    {
        Span<byte> sequence = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(sequence, this[index].Sequence);
        return Convert.ToHexStringLower(HMACSHA256.HashData(_saltKey, sequence).AsSpan(0, SaltSize));
    }

    /// <summary>Writes a decision down and gives its sequence number.</summary>
    internal long Append(in LedgerEntry draft)
    {
        GateMeter.Count(draft.Capability, draft.Verdict);
        var now = LastAt = time.GetUtcNow().ToUnixTimeMilliseconds();
        if (now >= _windowEnds)
            (_windowStart, _windowEnds) = (_count, now + (long)Window.TotalMilliseconds);

        var first = Math.Max(_windowStart, SealedCount);
        if (_window.Find(draft, this, first, out var place) is var known and >= 0)
        {
            ref var earlier = ref _chunks[known / ChunkSize][known % ChunkSize];
            earlier.Count += Decisions(draft);
            earlier.Bytes += draft.Bytes;
            return earlier.Sequence;
        }

        _window.Put(place, _count);
        return AppendNew(draft, now);
    }

    /// <summary>Closes the books on everything so far. Returns how many entries that added to <see cref="SealedCount"/>.</summary>
    public int Seal()
    {
        var before = SealedCount;
        for (var index = before; index < _count; index++)
        {
            var digest = LedgerChain.Digest(LedgerRecord.Of(this[index]), SaltOf(index));
            _links.Add((digest, LedgerChain.Next(index == 0 ? LedgerChain.Start : _links[^1].Hash, digest)));
        }

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
