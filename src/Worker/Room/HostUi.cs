using PluginRoom.Sdk;
using PluginRoom.Worker.Frames;

namespace PluginRoom.Worker.Room;

internal sealed class HostUi(DeclaredCapabilities gate, HostCalls calls) : IPluginUi
{
    internal EventHandlers<UiInput> Input { get; } = new();

    public IDisposable OnInput(Func<UiInput, CancellationToken, Task> handler)
    {
        gate.Require(Denial.AnyUi);
        return Input.Add(handler);
    }

    public Task SendAsync(ParticipantId to, ReadOnlyMemory<byte> data, CancellationToken cancellationToken)
    {
        // An empty id on the wire means everyone, which is not what was asked for.
        if (string.IsNullOrEmpty(to.Value))
            throw new ArgumentException("This id names nobody; take one from a participant, or use BroadcastAsync.", nameof(to));
        TextLimit.Check(data);
        return calls.ShowAsync(to.Value, data.Span, cancellationToken);
    }

    public Task BroadcastAsync(ReadOnlyMemory<byte> data, CancellationToken cancellationToken)
    {
        TextLimit.Check(data);
        return calls.ShowAsync(null, data.Span, cancellationToken);
    }
}
