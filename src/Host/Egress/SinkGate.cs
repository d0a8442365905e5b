using PluginRoom.Host.Broker;
using PluginRoom.Host.Vocabulary;

namespace PluginRoom.Host.Egress;

/// <summary>One sink of one plugin in one room, as the gate sees it. Used on the room's queue only.</summary>
internal sealed class SinkGate(CapabilityBroker broker, PluginGate plugin, EgressSink sink, TimeProvider time)
{
    private readonly ByteBudget _sent = new(time, sink.BytesPerMinute);

    public EgressSink Sink => sink;

    /// <summary>May this many bytes leave now? They are counted, and stand in the ledger, before they do.</summary>
    /// <exception cref="EgressException">No.</exception>
    public AuthorizedFlow Ask(int bytes)
    {
        var request = FlowRequest.OutOfWorker(Capability.NetFetch, sink.Name, bytes);
        if (_sent.WaitFor(bytes) is var wait && wait != TimeSpan.Zero)
        {
            broker.RefuseForLimit(plugin, request);
            throw new EgressException(EgressProblem.Limit, LimitWords(bytes, wait));
        }

        var decision = broker.Decide(plugin, request);
        if (decision.Refusal is { } refusal)
            throw new EgressException(refusal);
        _sent.Spend(bytes);
        return decision.Flow;
    }

    private string LimitWords(int bytes, TimeSpan wait) => wait == Timeout.InfiniteTimeSpan
        ? $"The request has {bytes} bytes, and {sink.Pointer}/maxBytesPerMinute of plugin.json lets {sink.BytesPerMinute} out in a minute."
        : $"{sink.Pointer}/maxBytesPerMinute of plugin.json ({sink.BytesPerMinute}) is used up. {bytes} bytes can be sent in {wait.TotalSeconds:0} s.";
}
