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
    private bool _poked;

    internal bool IsClosed
    {
        get
        {
            lock (_items)
                return _closed;
        }
    }

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
            _poked = true;
            Monitor.Pulse(_items);
        }
    }

    /// <summary>Something else than an event wants the plugin's thread.</summary>
    internal void Poke()
    {
        lock (_items)
        {
            _poked = true;
            Monitor.Pulse(_items);
        }
    }

    /// <summary>Blocks for at most <paramref name="wait"/>. False when nothing came, when poked and when closed.</summary>
    internal bool TryTake(TimeSpan wait, out WorkerFrameType type, out byte[] payload)
    {
        lock (_items)
        {
            if (_items.Count == 0 && !_closed && !_poked)
                Monitor.Wait(_items, wait);
            _poked = false;
            (type, payload) = (default, []);
            if (_closed || _items.Count == 0)
                return false;
            (type, payload) = _items.Dequeue();
            _waitingBytes -= payload.Length + FrameHeader.Size;
            return true;
        }
    }

    /// <summary>Blocks for at most <paramref name="wait"/>, until poked or closed; leaves what waits where it is.</summary>
    internal void WaitForPoke(TimeSpan wait)
    {
        lock (_items)
        {
            // A put pulses as well, which is none of this caller's business; it comes back soon enough.
            if (!_poked)
                Monitor.Wait(_items, wait);
            _poked = false;
        }
    }
}
