using System.Text;
using PluginRoom.Sdk;

namespace PluginRoom.TestPlugins.Probe.Parts;

internal sealed class PluginsPart : ProbePart
{
    internal override void Add(IRoom room, Orders orders)
    {
        orders.On("plugin.call", async (words, cancellation) =>
        {
            var parts = words.Split(' ', 3);
            var answer = await room.Plugins.CallAsync(parts[0], parts[1], Encoding.UTF8.GetBytes(parts.Length > 2 ? parts[2] : ""), cancellation);
            return Encoding.UTF8.GetString(answer.Span);
        });
        orders.On("plugin.call.large", async (words, cancellation) =>
            $"{(await room.Plugins.CallAsync(words, "echo", new byte[IPlugins.MaxBytes], cancellation)).Length} bytes");
        orders.Listen("plugin.call", say => room.Plugins.OnCall(async (call, cancellation) =>
        {
            say($"{call.Method} from {call.From}");
            return call.Method switch
            {
                "echo" => call.Data,
                "slow" => await NeverAsync(cancellation),
                "back" => await BackAsync(room, call, cancellation),
                _ => throw new InvalidOperationException("a secret of its own"),
            };
        }));
    }

    private static async Task<ReadOnlyMemory<byte>> NeverAsync(CancellationToken cancellation)
    {
        await Task.Delay(Timeout.Infinite, cancellation);
        return default;
    }

    private static async Task<ReadOnlyMemory<byte>> BackAsync(IRoom room, PluginCall call, CancellationToken cancellation)
    {
        try
        {
            return await room.Plugins.CallAsync(call.From, "echo", call.Data, cancellation);
        }
        catch (RoomCallException failed)
        {
            return Encoding.UTF8.GetBytes(failed.Code);
        }
    }
}
