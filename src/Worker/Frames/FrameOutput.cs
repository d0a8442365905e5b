using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using PluginRoom.Protocol.Worker;
using PluginRoom.Worker.Confinement;

namespace PluginRoom.Worker.Frames;

/// <summary>Frames to the host, from whichever thread: each is written whole.</summary>
internal sealed class FrameOutput(int descriptor)
{
    private const int Interrupted = 4;
    private const int KeptBuffer = 64 * 1024;
    private readonly Lock _gate = new();
    private byte[] _buffer = new byte[4 * 1024];

    internal void Write<T>(WorkerFrameType type, uint id, T payload, JsonTypeInfo<T> json) =>
        Write(type, id, JsonSerializer.SerializeToUtf8Bytes(payload, json), []);

    internal void Write(WorkerFrameType type, uint id) => Write(type, id, [], []);

    internal void Write(WorkerFrameType type, uint id, ReadOnlySpan<byte> first, ReadOnlySpan<byte> second)
    {
        var length = first.Length + second.Length;
        if (length > FrameHeader.MaxPayload)
            throw new ArgumentException($"{length} bytes do not fit into one frame.", nameof(second));
        var total = FrameHeader.Size + length;
        lock (_gate)
        {
            if (_buffer.Length < total)
                _buffer = new byte[total];
            new FrameHeader(type, id, length).Write(_buffer);
            first.CopyTo(_buffer.AsSpan(FrameHeader.Size));
            second.CopyTo(_buffer.AsSpan(FrameHeader.Size + first.Length));
            WriteAll(_buffer.AsSpan(0, total));
            if (_buffer.Length > KeptBuffer)
                _buffer = new byte[KeptBuffer];
        }
    }

    private unsafe void WriteAll(ReadOnlySpan<byte> bytes)
    {
        fixed (byte* first = bytes)
        {
            for (var done = 0; done < bytes.Length;)
            {
                var written = Libc.Write(descriptor, first + done, (nuint)(bytes.Length - done));
                if (written >= 0)
                    done += (int)written;
                else if (Marshal.GetLastPInvokeError() != Interrupted)
                    Libc.Exit(0); // The host is gone: nobody is left to tell.
            }
        }
    }
}
