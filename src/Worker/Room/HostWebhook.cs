using PluginRoom.Protocol.Worker;
using PluginRoom.Sdk;
using PluginRoom.Worker.Frames;

namespace PluginRoom.Worker.Room;

internal sealed class HostWebhook(DeclaredCapabilities gate, HostCalls calls) : IWebhook
{
    internal EventHandlers<WebhookMessage> Received { get; } = new();

    public async Task<WebhookPlace> ReadPlaceAsync(CancellationToken cancellationToken)
    {
        var address = (WebhookAddress)await calls.AskAsync(new ReadWebhookCall(), cancellationToken).ConfigureAwait(false);
        return new(address.Path, address.Secret);
    }

    public IDisposable OnReceived(Func<WebhookMessage, CancellationToken, Task> handler)
    {
        gate.Require("net.webhook.receive");
        return Received.Add(handler);
    }
}
