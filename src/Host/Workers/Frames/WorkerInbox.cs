using PluginRoom.Protocol.Worker;

namespace PluginRoom.Host.Workers.Frames;

/// <summary>Frames from one worker, which may be anything: a process that runs somebody else's code wrote them.</summary>
/// <param name="read">Blocks; 0 at the end of the stream.</param>
internal sealed class WorkerInbox(Func<Span<byte>, int> read)
{
    private const int KeptBuffer = 64 * 1024;
    private byte[] _buffer = new byte[KeptBuffer];
    private int _start;
    private int _end;

    /// <summary>False at the end of the stream. The payload is valid until the next call.</summary>
    /// <exception cref="InvalidDataException">What came is no frame, or ends in the middle of one.</exception>
    internal bool TryRead(out FrameHeader header, out ReadOnlyMemory<byte> payload)
    {
        header = default;
        payload = default;
        if (!Fill(FrameHeader.Size))
        {
            return _end == _start ? false : throw new InvalidDataException("it ended in the middle of a frame");
        }

        if (!FrameHeader.TryRead(_buffer.AsSpan(_start, FrameHeader.Size), out header))
            throw new InvalidDataException($"it sent a frame header that is not one, or a frame over {FrameHeader.MaxPayload} bytes");
        _start += FrameHeader.Size;
        if (!Fill(header.Length))
            throw new InvalidDataException("it ended in the middle of a frame");
        payload = _buffer.AsMemory(_start, header.Length);
        _start += header.Length;
        return true;
    }

    private bool Fill(int count)
    {
        if (_end - _start >= count)
            return true;
        if (_buffer.Length - _start < count)
            MakeRoom(count);
        while (_end - _start < count)
        {
            var more = read(_buffer.AsSpan(_end));
            if (more == 0)
                return false;
            _end += more;
        }

        return true;
    }

    // Back to the small buffer after a large frame: few workers need a megabyte, and all of them would keep it.
    private void MakeRoom(int count)
    {
        var kept = _end - _start;
        var size = Math.Max(KeptBuffer, count);
        var target = _buffer.Length == size ? _buffer : new byte[size];
        Buffer.BlockCopy(_buffer, _start, target, 0, kept);
        (_buffer, _start, _end) = (target, 0, kept);
    }
}
