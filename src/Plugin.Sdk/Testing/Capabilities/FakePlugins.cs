namespace PluginRoom.Sdk.Testing;

/// <summary>Other plugins in small: the test answers for them, and calls as one of them.</summary>
internal sealed class FakePlugins(FakeRoom room) : IPlugins
{
    private const string Capability = "plugin.call";
    private readonly CallHandler _handler = new();

    public Task<ReadOnlyMemory<byte>> CallAsync(string pluginId, string method, ReadOnlyMemory<byte> data, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(pluginId);
        ArgumentException.ThrowIfNullOrEmpty(method);
        TextLimit.Check(data);
        return FakeGate.Answer(() =>
        {
            room.Gate.Require(Capability);
            if (room.AnswerPlugin is not { } answer)
                throw new RoomCallException("plugin.absent", $"There is no plugin {pluginId} in this room; set FakeRoom.AnswerPlugin.");
            room.Gate.RequireSink(Capability, $"plugin:{pluginId}");
            return (ReadOnlyMemory<byte>)answer(pluginId, new(room.PluginId, method, data.ToArray())).ToArray();
        }, cancellationToken);
    }

    public IDisposable OnCall(Func<PluginCall, CancellationToken, Task<ReadOnlyMemory<byte>>> handler) => _handler.Set(handler);

    internal async Task<byte[]> RaiseAsync(PluginCall call, IEnumerable<(string Category, ParticipantId Person)> carried)
    {
        if (!room.Gate.IsCallable(call.Method))
            throw new RoomCallException("plugin.method", $"plugin.json does not list {call.Method} under \"callable\".");
        room.Gate.See(carried);
        var running = _handler.Run(call, room.Stopping)
            ?? throw new RoomCallException("plugin.failed", "The plugin has no handler of Plugins.OnCall.");
        var answer = await running.ConfigureAwait(false);
        TextLimit.Check(answer);
        room.Gate.RequireSink(Capability, $"plugin:{call.From}");
        return answer.ToArray();
    }
}
