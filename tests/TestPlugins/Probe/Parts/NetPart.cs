using PluginRoom.Sdk;

namespace PluginRoom.TestPlugins.Probe.Parts;

internal sealed class NetPart : ProbePart
{
    internal override void Add(IRoom room, Orders orders)
    {
        orders.On("net.fetch", async (words, cancellation) =>
        {
            await using var response = await room.Net.FetchAsync("api", new() { Path = words }, cancellation);
            return response.Status.ToString();
        });
        orders.On("net.webhook.receive", async (_, cancellation) => (await room.Webhook.ReadPlaceAsync(cancellation)).Path);
    }
}
