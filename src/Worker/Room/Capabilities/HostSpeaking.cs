using PluginRoom.Sdk;

namespace PluginRoom.Worker.Room.Capabilities;

internal sealed class HostSpeaking(DeclaredCapabilities gate) : ISpeaking
{
    internal EventHandlers<SpeakingChange> Changed { get; } = new();

    public IDisposable OnChanged(Func<SpeakingChange, CancellationToken, Task> handler)
    {
        gate.Require("speaking.read");
        return Changed.Add(handler);
    }
}
