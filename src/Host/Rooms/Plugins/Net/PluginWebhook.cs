using PluginRoom.Host.Broker;
using PluginRoom.Host.Vocabulary;
using PluginRoom.Host.Webhooks;
using PluginRoom.Host.Workers;
using PluginRoom.Protocol.Worker;

namespace PluginRoom.Host.Rooms.Plugins.Net;

/// <summary>
/// The webhook of one plugin in one room, opened when the plugin asks for its address. What comes in is a third party's data: it
/// passes the gate and stands in the ledger, and nobody's tag comes with it. On the room's queue unless said otherwise.
/// </summary>
internal sealed class PluginWebhook(RoomPlugin plugin, RoomPluginContext context)
{
    private Webhook? _open;

    public WebhookAddress Address()
    {
        if (_open is null)
            context.Webhooks.Open(_open = new Webhook(context.Time, DeliverAsync));
        return new(WebhookEndpoint.Path + _open.Token, _open.Secret);
    }

    public void Close()
    {
        if (_open is { } webhook)
            context.Webhooks.Close(webhook);
    }

    // Any thread.
    private async Task<WebhookAnswer> DeliverAsync(WebhookDelivery delivery)
    {
        try
        {
            return await context.Room.Run(() => Deliver(delivery));
        }
        catch (RoomGoneException)
        {
            return WebhookAnswer.Unknown;
        }
    }

    private WebhookAnswer Deliver(WebhookDelivery delivery)
    {
        // Asked first, so that the ledger does not say that something was handed on to nobody.
        if (plugin.IsStopped || plugin.Worker is not { State: WorkerRunning } worker)
            return WebhookAnswer.NotRunning;
        var decision = context.Broker.Decide(plugin.Gate, FlowRequest.Use(Capability.NetWebhookReceive, bytes: delivery.Body.Length));
        if (!decision.IsAllowed)
            return WebhookAnswer.Unknown;
        var sent = worker.SendEvent(decision.Flow, new WebhookReceivedEvent(delivery.Id, delivery.ContentType, delivery.Body));
        return sent == WorkerDelivery.Sent ? WebhookAnswer.Taken : WebhookAnswer.NotRunning;
    }
}
