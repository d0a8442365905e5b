using System.Runtime.InteropServices;
using PluginRoom.Protocol.Worker;
using PluginRoom.Worker.Confinement;

namespace PluginRoom.Worker.Frames;

/// <summary>Frames from the host, read by one thread that blocks: the fastest way to wait for a pipe.</summary>
internal sealed class FrameInput(int descriptor)
{
    private const int Interrupted = 4;
    private byte[] _buffer = new byte[16 * 1024];
    private int _start;
    private int _end;

    /// <summary>False when the host has closed the pipe. The payload is valid until the next call.</summary>
    internal bool TryRead(out FrameHeader header, out ReadOnlySpan<byte> payload)
    {
        header = default;
        payload = default;
        if (!Fill(FrameHeader.Size))
            return false;
        if (!FrameHeader.TryRead(_buffer.AsSpan(_start, FrameHeader.Size), out header))
            throw new InvalidDataException("The host sent a frame that is not one.");
        _start += FrameHeader.Size;
        if (!Fill(header.Length))
            return false;
        payload = _buffer.AsSpan(_start, header.Length);
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
            var read = Read(_buffer.AsSpan(_end));
            if (read == 0)
                return false;
            _end += read;
        }

        return true;
    }

    private void MakeRoom(int count)
    {
        var target = _buffer.Length >= count ? _buffer : new byte[Math.Max(count, _buffer.Length * 2)];
        Buffer.BlockCopy(_buffer, _start, target, 0, _end - _start);
        (_buffer, _end, _start) = (target, _end - _start, 0);
    }

    private unsafe int Read(Span<byte> target)
    {
        fixed (byte* first = target)
        {
            while (true)
            {
                var read = Libc.Read(descriptor, first, (nuint)target.Length);
                if (read >= 0)
                    return (int)read;
                if (Marshal.GetLastPInvokeError() != Interrupted)
                    return 0;
            }
        }
    }
}
