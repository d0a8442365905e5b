using PluginRoom.Protocol.Worker;
using PluginRoom.Worker.Frames;

namespace PluginRoom.Worker;

/// <summary>
/// Answers pings in the plugin's name: at once while its handlers return in time, and only after the handler has returned when it has
/// been running for long. So a plugin that hangs misses the host's deadline, and one that merely has much to do does not.
/// </summary>
internal sealed class HandlerWatch(FrameOutput output)
{
    private const long PatienceMs = 2000;
    private readonly Lock _gate = new();
    private long? _busySince;
    private uint? _parked;

    internal void Begin()
    {
        lock (_gate)
            _busySince = Environment.TickCount64;
    }

    internal void End()
    {
        lock (_gate)
        {
            _busySince = null;
            if (_parked is { } id)
                output.Write(WorkerFrameType.Pong, id);
            _parked = null;
        }
    }

    internal void Ping(uint id)
    {
        lock (_gate)
        {
            if (_busySince is { } since && Environment.TickCount64 - since >= PatienceMs)
                _parked = id;
            else
                output.Write(WorkerFrameType.Pong, id);
        }
    }
}
