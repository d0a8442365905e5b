using System.Buffers;

namespace PluginRoom.Host.Memory;

/// <summary>Bytes that grow in wiped buffers: what a larger one replaces is overwritten, and all is when this is disposed of.</summary>
internal sealed class WipedWriter(int sizeHint = 0) : IBufferWriter<byte>, IDisposable
{
    private const int LeastRoom = 256;

    private IMemoryOwner<byte> _owner = WipedMemory.Shared.Rent(sizeHint);

    public int Length { get; private set; }

    public ReadOnlyMemory<byte> WrittenMemory => _owner.Memory[..Length];

    public ReadOnlySpan<byte> Written => _owner.Memory.Span[..Length];

    public void Advance(int count) => Length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        var needed = Length + Math.Max(sizeHint, LeastRoom);
        if (needed > _owner.Memory.Length)
            Grow(Math.Max(needed, _owner.Memory.Length * 2));
        return _owner.Memory[Length..];
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public void Dispose() => Interlocked.Exchange(ref _owner, Nothing.Instance).Dispose();

    private void Grow(int size)
    {
        var larger = WipedMemory.Shared.Rent(size);
        Written.CopyTo(larger.Memory.Span);
        _owner.Dispose();
        _owner = larger;
    }

    private sealed class Nothing : IMemoryOwner<byte>
    {
        public static readonly Nothing Instance = new();

        public Memory<byte> Memory => default;

        public void Dispose()
        {
            // A buffer is given back once, and holds nothing afterwards.
        }
    }
}
