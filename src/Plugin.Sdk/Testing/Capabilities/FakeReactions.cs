namespace PluginRoom.Sdk.Testing;

/// <summary>Reactions in small; <see cref="FakePerson.ReactAsync"/> sends one.</summary>
internal sealed class FakeReactions(FakeGate gate) : IReactions
{
    internal FakeEvent<SentReaction> Sent { get; } = new(gate, "reactions.read", "behaviour.interaction");

    public IDisposable OnSent(Func<SentReaction, CancellationToken, Task> handler) => Sent.Add(handler);
}
