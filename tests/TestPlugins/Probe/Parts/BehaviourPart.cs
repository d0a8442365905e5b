using PluginRoom.Sdk;

namespace PluginRoom.TestPlugins.Probe.Parts;

internal sealed class BehaviourPart : ProbePart
{
    internal override void Add(IRoom room, Orders orders)
    {
        orders.Listen("reactions.read", say => room.Reactions.OnSent((sent, _) => Said(say, $"{sent.From} {sent.Reaction}")));
        orders.Listen("speaking.read", say => room.Speaking.OnChanged((change, _) => Said(say, $"{change.From} {(change.Speaking ? "begins" : "ends")}")));
        orders.Listen("quality.stats.read", say => room.Quality.OnChanged((quality, _) => Said(
            say, FormattableString.Invariant($"{quality.People} people {quality.RoundTrip.TotalMilliseconds} ms {quality.LossPercent} % {quality.Kbps} kbps"))));
    }
}
