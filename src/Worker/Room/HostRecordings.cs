using PluginRoom.Sdk;

namespace PluginRoom.Worker.Room;

internal sealed class HostRecordings(DeclaredCapabilities gate) : IRecordings
{
    internal EventHandlers<Recording> Started { get; } = new();

    internal EventHandlers<Recording> Stopped { get; } = new();

    public IDisposable OnStarted(Func<Recording, CancellationToken, Task> handler)
    {
        gate.Require("recording.write");
        return Started.Add(handler);
    }

    public IDisposable OnStopped(Func<Recording, CancellationToken, Task> handler)
    {
        gate.Require("recording.write");
        return Stopped.Add(handler);
    }
}
