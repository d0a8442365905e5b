namespace PluginRoom.Sdk.Testing;

/// <summary>Speaking in small; <see cref="FakePerson.SpeakAsync"/> begins and ends it.</summary>
internal sealed class FakeSpeaking(FakeGate gate) : ISpeaking
{
    internal FakeEvent<SpeakingChange> Changed { get; } = new(gate, "speaking.read", "behaviour.speaking");

    public IDisposable OnChanged(Func<SpeakingChange, CancellationToken, Task> handler) => Changed.Add(handler);
}
