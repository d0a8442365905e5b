using PluginRoom.Sdk;

namespace PluginRoom.Worker.Room;

internal sealed class HostPresence(DeclaredCapabilities gate) : IPresence
{
    internal EventHandlers<Participant> Joined { get; } = new();

    internal EventHandlers<ParticipantId> Left { get; } = new();

    public IDisposable OnJoined(Func<Participant, CancellationToken, Task> handler)
    {
        gate.Require("presence.subscribe");
        return Joined.Add(handler);
    }

    public IDisposable OnLeft(Func<ParticipantId, CancellationToken, Task> handler)
    {
        gate.Require("presence.subscribe");
        return Left.Add(handler);
    }
}
