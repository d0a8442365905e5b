using PluginRoom.Protocol.Worker;
using PluginRoom.Worker.Frames;

namespace PluginRoom.Worker;

/// <summary>Answers pings with how long the plugin's handler has been running, so that the host can hold it to its time.</summary>
internal sealed class HandlerWatch(FrameOutput output)
{
    private readonly Lock _gate = new();
    private long? _busySince;
    private uint _number;
    private int _pending;

    /// <summary>Something came that a handler will take; until that one has returned the plugin is not idle.</summary>
    internal void Expect()
    {
        lock (_gate)
            _pending++;
    }

    internal void Begin()
    {
        lock (_gate)
        {
            _busySince = Environment.TickCount64;
            _number++;
        }
    }

    internal void End()
    {
        lock (_gate)
        {
            _busySince = null;
            _pending--;
        }
    }

    internal void Ping(uint id)
    {
        HandlerAge age;
        lock (_gate)
        {
            var milliseconds = _busySince is { } since ? Environment.TickCount64 - since : 0;
            age = new(_number, (uint)Math.Clamp(milliseconds, _pending > 0 ? 1 : 0, uint.MaxValue));
        }

        Span<byte> payload = stackalloc byte[HandlerAge.Size];
        age.Write(payload);
        output.Write(WorkerFrameType.Pong, id, payload, []);
    }
}
