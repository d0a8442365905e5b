using System.Buffers;
using PluginRoom.Host.Memory;
using PluginRoom.Protocol.Worker;

namespace PluginRoom.Host.Workers.Frames;

/// <summary>Frames from one worker, which may be anything: a process that runs somebody else's code wrote them.</summary>
/// <param name="read">Blocks; 0 at the end of the stream.</param>
internal sealed class WorkerInbox(Func<Span<byte>, int> read) : IDisposable
{
    private const int KeptBuffer = 64 * 1024;
    private IMemoryOwner<byte> _buffer = WipedMemory.Shared.Rent(KeptBuffer);
    private int _wiped;
    private int _start;
    private int _end;

    /// <summary>False at the end of the stream. The payload is valid until the next call.</summary>
    /// <exception cref="InvalidDataException">What came is no frame, or ends in the middle of one.</exception>
    internal bool TryRead(out FrameHeader header, out ReadOnlyMemory<byte> payload)
    {
        header = default;
        payload = default;
        WipeUsed();
        if (!Fill(FrameHeader.Size))
        {
            return _end == _start ? false : throw new InvalidDataException("it ended in the middle of a frame");
        }

        if (!FrameHeader.TryRead(_buffer.Memory.Span.Slice(_start, FrameHeader.Size), out header))
            throw new InvalidDataException($"it sent a frame header that is not one, or a frame over {FrameHeader.MaxPayload} bytes");
        _start += FrameHeader.Size;
        if (!Fill(header.Length))
            throw new InvalidDataException("it ended in the middle of a frame");
        payload = _buffer.Memory.Slice(_start, header.Length);
        _start += header.Length;
        return true;
    }

    public void Dispose() => _buffer.Dispose();

    // What was in a frame is not needed once the next one is asked for.
    private void WipeUsed()
    {
        _buffer.Memory.Span[_wiped.._start].Clear();
        if (_start == _end)
            _start = _end = 0;
        _wiped = _start;
    }

    private bool Fill(int count)
    {
        if (_end - _start >= count)
            return true;
        if (_buffer.Memory.Length - _start < count)
            MakeRoom(count);
        while (_end - _start < count)
        {
            var more = read(_buffer.Memory.Span[_end..]);
            if (more == 0)
                return false;
            _end += more;
        }

        return true;
    }

    // Back to the small buffer after a large frame: few workers need a megabyte, and all of them would keep it.
    private void MakeRoom(int count)
    {
        var kept = _buffer.Memory.Span[_start.._end];
        var (size, length) = (Math.Max(KeptBuffer, count), kept.Length);
        var target = _buffer;
        if (_buffer.Memory.Length != size)
            target = WipedMemory.Shared.Rent(size);
        kept.CopyTo(target.Memory.Span);
        if (target == _buffer)
            target.Memory.Span[length.._end].Clear();
        else
            _buffer.Dispose();
        (_buffer, _wiped, _start, _end) = (target, 0, 0, length);
    }
}
