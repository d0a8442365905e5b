using System.Runtime.InteropServices;
using System.Security.Cryptography;
using PluginRoom.Host.Workers.Sandbox.Spawning;
using PluginRoom.Protocol.Worker;

namespace PluginRoom.Host.Workers.Frames;

/// <summary>
/// Frames to one worker. They are written by whoever sends them, at once, without a thread in between; what the pipe does not take
/// waits, in order and up to a limit, for a thread that lives as long as something waits.
/// </summary>
internal sealed class WorkerOutbox(int descriptor, int maxWaitingBytes)
{
    private const int PollMs = 1000;
    private readonly Lock _gate = new();
    private readonly Queue<byte[]> _waiting = [];
    private int _waitingBytes;
    private int _firstDone;
    private bool _closed;

    /// <summary>False when more than the limit waits: the worker does not read.</summary>
    internal bool TryWrite(WorkerFrameType type, uint id, ReadOnlySpan<byte> payload) => TryWrite(type, id, [], payload);

    /// <param name="prefix">The part of the payload that comes first; at most 256 bytes.</param>
    internal bool TryWrite(WorkerFrameType type, uint id, ReadOnlySpan<byte> prefix, ReadOnlySpan<byte> payload)
    {
        Span<byte> head = stackalloc byte[FrameHeader.Size + byte.MaxValue + 1];
        head = head[..(FrameHeader.Size + prefix.Length)];
        new FrameHeader(type, id, prefix.Length + payload.Length).Write(head);
        prefix.CopyTo(head[FrameHeader.Size..]);
        lock (_gate)
        {
            if (_closed)
                return true;
            var written = _waiting.Count > 0 ? 0 : Write(head, payload);
            return written == head.Length + payload.Length || Keep(head, payload, written);
        }
    }

    internal void Close()
    {
        lock (_gate)
        {
            if (!_closed)
                _ = Libc.Close(descriptor);
            _closed = true;
            foreach (var frame in _waiting)
                CryptographicOperations.ZeroMemory(frame);
            _waiting.Clear();
        }
    }

    private bool Keep(ReadOnlySpan<byte> head, ReadOnlySpan<byte> payload, int written)
    {
        // Pinned, so that what is overwritten later is all that there is of it.
        var rest = GC.AllocateUninitializedArray<byte>(head.Length + payload.Length - written, pinned: true);
        if (written < head.Length)
        {
            head[written..].CopyTo(rest);
            payload.CopyTo(rest.AsSpan(head.Length - written));
        }
        else
        {
            payload[(written - head.Length)..].CopyTo(rest);
        }

        _waiting.Enqueue(rest);
        _waitingBytes += rest.Length;
        if (_waiting.Count == 1)
            new Thread(Flush, 128 * 1024) { Name = "worker backlog", IsBackground = true }.Start();
        return _waitingBytes <= maxWaitingBytes;
    }

    private unsafe void Flush()
    {
        while (true)
        {
            var request = new Libc.PollRequest { Descriptor = descriptor, Events = Libc.PollOut };
            _ = Libc.Poll(&request, 1, PollMs);
            lock (_gate)
            {
                while (_waiting.TryPeek(out var next))
                {
                    var written = Write([], next.AsSpan(_firstDone));
                    if (written == 0)
                        break;
                    _firstDone += written;
                    _waitingBytes -= written;
                    if (_firstDone < next.Length)
                        continue;
                    CryptographicOperations.ZeroMemory(_waiting.Dequeue());
                    _firstDone = 0;
                }

                if (_waiting.Count == 0)
                    return;
            }
        }
    }

    /// <summary>How many bytes the pipe took. A pipe whose reader has gone takes all: its end is noticed where it is read.</summary>
    private unsafe int Write(ReadOnlySpan<byte> head, ReadOnlySpan<byte> payload)
    {
        fixed (byte* first = head, second = payload)
        {
            var vectors = stackalloc Libc.IoVector[2];
            vectors[0] = new() { Start = first, Length = (nuint)head.Length };
            vectors[1] = new() { Start = second, Length = (nuint)payload.Length };
            while (true)
            {
                var written = Libc.WriteVector(descriptor, vectors, 2);
                if (written >= 0)
                    return (int)written;
                switch (Marshal.GetLastPInvokeError())
                {
                    case Libc.Interrupted:
                        continue;
                    case Libc.TryAgain:
                        return 0;
                    default:
                        return head.Length + payload.Length;
                }
            }
        }
    }
}
