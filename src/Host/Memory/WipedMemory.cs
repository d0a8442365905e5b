using System.Buffers;
using System.Collections.Concurrent;
using System.Numerics;
using System.Runtime.InteropServices;

namespace PluginRoom.Host.Memory;

/// <summary>
/// Buffers that are overwritten with zeros when they come back, so that nothing that passed through the host can be found in its
/// memory later. Pinned, because a collection that moves a buffer leaves its old bytes behind.
/// </summary>
public sealed class WipedMemory : MemoryPool<byte>
{
    private const int SmallestBits = 12;
    private const int LargestBits = 19;

    /// <summary>What stays around for reuse, for each size; the rest goes back to the runtime.</summary>
    private const int KeptBytes = 4 << 20;

    private readonly Shelf[] _shelves = [.. Enumerable.Range(SmallestBits, LargestBits - SmallestBits + 1).Select(bits => new Shelf(1 << bits))];

    public static new WipedMemory Shared { get; } = new();

    /// <summary>No bound: whoever asks this pool for more than it has would turn to one that wipes nothing.</summary>
    public override int MaxBufferSize => Array.MaxLength;

    public override IMemoryOwner<byte> Rent(int minBufferSize = -1)
    {
        var bits = Math.Max(SmallestBits, BitOperations.Log2((uint)Math.Max(minBufferSize, 1) - 1) + 1);
        return bits <= LargestBits ? _shelves[bits - SmallestBits].Take() : new Block(minBufferSize, null);
    }

    protected override void Dispose(bool disposing)
    {
        // Blocks in use go to the runtime when their users are done.
    }

    private sealed class Shelf(int size)
    {
        private readonly ConcurrentQueue<Block> _blocks = new();
        private readonly int _max = KeptBytes / size;
        private int _count;

        public Block Take()
        {
            if (!_blocks.TryDequeue(out var block))
                return new Block(size, this);
            Interlocked.Decrement(ref _count);
            return block;
        }

        public void PutBack(Block block)
        {
            if (Interlocked.Increment(ref _count) <= _max)
                _blocks.Enqueue(block);
            else
                Interlocked.Decrement(ref _count);
        }
    }

    /// <summary>Disposed exactly once per rent, as by the pipes of System.IO.Pipelines.</summary>
    private sealed class Block : IMemoryOwner<byte>
    {
        private readonly Shelf? _shelf;

        public Block(int size, Shelf? shelf)
        {
            _shelf = shelf;
            Memory = MemoryMarshal.CreateFromPinnedArray(GC.AllocateArray<byte>(size, pinned: true), 0, size);
        }

        public Memory<byte> Memory { get; }

        public void Dispose()
        {
            Memory.Span.Clear();
            _shelf?.PutBack(this);
        }
    }
}
