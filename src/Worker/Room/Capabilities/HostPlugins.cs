using PluginRoom.Protocol.Worker;
using PluginRoom.Sdk;
using PluginRoom.Worker.Frames;

namespace PluginRoom.Worker.Room.Capabilities;

internal sealed class HostPlugins(HostCalls calls) : IPlugins
{
    private readonly CallHandler _handler = new();

    public async Task<ReadOnlyMemory<byte>> CallAsync(string pluginId, string method, ReadOnlyMemory<byte> data, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(pluginId);
        ArgumentException.ThrowIfNullOrEmpty(method);
        TextLimit.Check(data);
        var call = new CallPluginCall(pluginId, method, data.ToArray());
        return ((PluginCallResult)await calls.AskAsync(call, cancellationToken).ConfigureAwait(false)).Data;
    }

    public IDisposable OnCall(Func<PluginCall, CancellationToken, Task<ReadOnlyMemory<byte>>> handler) => _handler.Set(handler);

    /// <summary>What goes wrong here is reported as a fault of the plugin's; the caller hears that there is no answer, and no reason.</summary>
    internal async Task AnswerAsync(PluginCalledEvent called, CancellationToken stopping)
    {
        byte[]? answer = null;
        try
        {
            if (_handler.Run(new(called.From, called.Method, called.Data), stopping) is not { } running)
                throw new InvalidOperationException($"Another plugin called {called.Method}, and no handler of Plugins.OnCall is there to answer.");
            var data = await running.ConfigureAwait(false);
            TextLimit.Check(data);
            answer = data.ToArray();
        }
        finally
        {
            await SendAsync(new(called.Id, answer), stopping).ConfigureAwait(false);
        }
    }

    private async Task SendAsync(AnswerPluginCall answer, CancellationToken stopping)
    {
        try
        {
            await calls.AskAsync(answer, stopping).ConfigureAwait(false);
        }
        catch (RoomCallException over) when (over.Code == "plugin.over")
        {
            // The caller stopped, or waited long enough. That is no fault of this plugin's.
        }
    }
}
