using PluginRoom.Host.Broker;
using PluginRoom.Host.Vocabulary;
using PluginRoom.Protocol.Client;
using PluginRoom.Protocol.Worker;

namespace PluginRoom.Host.Rooms.Plugins.Deliveries;

/// <summary>How people's connections do, for one plugin: medians over those who allow it, and never one person's figures.</summary>
internal sealed class QualityMedian(RoomPlugin plugin, RoomPluginContext context)
{
    private readonly QualityFigures _figures = new(context.Time);

    public Outcome<Done> Take(Participant from, QualityDelivery figures)
    {
        if (plugin.Worker is not { } worker)
            return PluginRefusals.NotRunning;
        var slot = context.Subjects.SlotOf(from);
        if (!Allows(slot))
            return PluginRefusals.ForPage(Ask(slot).Refusal!);
        _figures.Put(slot, figures);
        var due = _figures.TakeDue(Allows);
        AuthorizedFlow? flow = null;
        foreach (var subject in due.Keys)
            flow = Ask(subject).Flow;
        if (flow is { } last)
            worker.SendEvent(last, MedianOf([.. due.Values]));
        return new Done();
    }

    public void Forget(Participant gone) => _figures.Forget(context.Subjects.SlotOf(gone));

    private static QualityChangedEvent MedianOf(IReadOnlyList<QualityDelivery> people) => new(
        people.Count,
        Math.Round(QualityFigures.Median(people.Select(each => each.RttMs))),
        Math.Round(QualityFigures.Median(people.Select(each => each.LossPercent)), 1),
        Math.Round(QualityFigures.Median(people.Select(each => each.Kbps))));

    private bool Allows(int subject) =>
        plugin.Gate.Flows.Declares(Capability.QualityStatsRead) && plugin.Gate.AllowsIn(DataCategory.RoomMeta, subject);

    private Decision Ask(int subject) => context.Broker.Decide(
        plugin.Gate, FlowRequest.ToWorker(Capability.QualityStatsRead, DataCategory.RoomMeta, subject, 0));
}
