using PluginRoom.Host.Broker;
using PluginRoom.Host.Workers;
using PluginRoom.Protocol.Client;

namespace PluginRoom.Host.Rooms.Plugins.Deliveries;

/// <summary>What people's own pages deliver to one plugin's worker, each through the gate.</summary>
internal sealed class PluginDeliveries(RoomPlugin plugin, RoomPluginContext context)
{
    public SpeakingTurns Speaking { get; } = new(plugin, context);

    public ToldCards Cards { get; } = new(plugin, context);

    public QualityMedian Quality { get; } = new(plugin, context);

    public Outcome<Done> Deliver(Participant from, Delivery delivery)
    {
        if (plugin.Worker is not { } worker)
            return PluginRefusals.NotRunning;
        var slot = context.Subjects.SlotOf(from);
        var decision = context.Broker.Decide(
            plugin.Gate, FlowRequest.ToWorker(delivery.Capability, delivery.Category, slot, delivery.Bytes));
        if (decision.Refusal is { } refusal)
            return PluginRefusals.ForPage(refusal);
        var at = context.Time.GetUtcNow().ToUnixTimeMilliseconds();
        return worker.SendEvent(decision.Flow, delivery.ToEvent(plugin.Pseudonyms.Of(from.Id), at)) == WorkerDelivery.Sent
            ? new Done()
            : PluginRefusals.NotRunning;
    }

    /// <summary>A fresh process has been told nothing.</summary>
    public void ForgetWorker()
    {
        Speaking.ForgetWorker();
        Cards.ForgetWorker();
    }

    /// <summary>Left, or came back with a page that was reloaded: what the page said before holds no more.</summary>
    public void Forget(Participant gone)
    {
        Speaking.End(gone);
        Quality.Forget(gone);
        Cards.End(gone);
    }
}
