using PluginRoom.Protocol.Worker;
using PluginRoom.Sdk;

namespace PluginRoom.Worker.Room.Capabilities;

internal sealed class HostCards(DeclaredCapabilities gate) : ICards
{
    internal EventHandlers<CardChange> Changed { get; } = new();

    public IDisposable OnChanged(Func<CardChange, CancellationToken, Task> handler)
    {
        gate.Require("usercard.read");
        return Changed.Add(handler);
    }

    internal static UserCard? Read(WorkerCard? card) => card is null ? null : new()
    {
        DisplayName = card.DisplayName,
        Pronouns = card.Pronouns,
        Role = card.Role,
        Organisation = card.Organisation,
        Link = card.Link,
        About = card.About,
    };
}
