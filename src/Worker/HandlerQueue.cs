using PluginRoom.Protocol.Worker;

namespace PluginRoom.Worker;

/// <summary>What waits for the plugin's thread. One thread puts, one takes.</summary>
internal sealed class HandlerQueue
{
    /// <summary>A plugin that is this far behind never catches up, and its memory limit would hit at a less telling place.</summary>
    private const int MaxWaitingBytes = 16 << 20;
    private readonly Queue<(WorkerFrameType Type, byte[] Payload)> _items = [];
    private int _waitingBytes;
    private bool _closed;

    /// <summary>False when too much waits.</summary>
    internal bool TryPut(WorkerFrameType type, ReadOnlySpan<byte> payload)
    {
        var copy = payload.ToArray();
        lock (_items)
        {
            if (_closed)
                return true;
            _waitingBytes += copy.Length + FrameHeader.Size;
            _items.Enqueue((type, copy));
            Monitor.Pulse(_items);
            return _waitingBytes <= MaxWaitingBytes;
        }
    }

    /// <summary>Drops what waits: the plugin is to stop.</summary>
    internal void Close()
    {
        lock (_items)
        {
            _closed = true;
            _items.Clear();
            Monitor.Pulse(_items);
        }
    }

    /// <summary>Blocks. False when closed.</summary>
    internal bool TryTake(out WorkerFrameType type, out byte[] payload)
    {
        lock (_items)
        {
            while (_items.Count == 0 && !_closed)
                Monitor.Wait(_items);
            (type, payload) = _closed ? default : _items.Dequeue();
            if (_closed)
                return false;
            _waitingBytes -= payload.Length + FrameHeader.Size;
            return true;
        }
    }
}
