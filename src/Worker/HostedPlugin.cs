using PluginRoom.Protocol.Worker;

namespace PluginRoom.Worker;

/// <summary>What the session asks of a plugin, whatever language it is in. All but <see cref="Reply"/> run on the plugin's own thread.</summary>
internal abstract class HostedPlugin
{
    /// <summary>False when it could not start; the reason has been reported.</summary>
    internal abstract bool Start();

    /// <summary>Returns when the handlers have; what they threw has been reported.</summary>
    internal abstract void Deliver(WorkerFrameType type, byte[] payload);

    /// <summary>Runs what waits beside events, such as timers, and says how long nothing will be due; a poke of the queue cuts that short.</summary>
    internal virtual TimeSpan RunDue() => Timeout.InfiniteTimeSpan;

    /// <summary>Lets the plugin end its work; it has until the deadline.</summary>
    internal abstract void Stop(TimeSpan deadline);

    /// <summary>The host's answer to a call. Runs on the thread that reads, and must not block it.</summary>
    internal abstract void Reply(uint id, ReadOnlySpan<byte> payload);
}
