namespace PluginRoom.Sdk.Testing;

/// <summary>Cards in small; <see cref="FakePerson.ShowCardAsync"/> shows one.</summary>
internal sealed class FakeCards(FakeGate gate) : ICards
{
    internal const string Category = "identity.card";

    internal FakeEvent<CardChange> Changed { get; } = new(gate, "usercard.read", Category);

    public IDisposable OnChanged(Func<CardChange, CancellationToken, Task> handler) => Changed.Add(handler);
}
