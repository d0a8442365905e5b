using PluginRoom.Host.Broker;
using PluginRoom.Host.Vocabulary;
using PluginRoom.Protocol.Client;
using PluginRoom.Protocol.Worker;

namespace PluginRoom.Host.Rooms.Plugins.Deliveries;

/// <summary>
/// How people's connections do, for one plugin: the median over those who allow it. One person's figures alone are never given, and a new
/// median comes at most every ten seconds, when all figures in it are new: two that differ in one person's would tell that person's.
/// </summary>
internal sealed class QualityMedian(RoomPlugin plugin, RoomPluginContext context)
{
    private const int FewestPeople = 2;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(9.5);

    private readonly Dictionary<Participant, QualityDelivery> _figures = [];
    private long? _toldAt;

    public Outcome<Done> Take(Participant from, QualityDelivery figures)
    {
        if (plugin.Worker is null)
            return PluginRefusals.NotRunning;
        if (!Allows(from))
            return PluginRefusals.ForPage(Ask(from).Refusal!);
        _figures[from] = figures;
        if (_toldAt is not { } toldAt || context.Time.GetElapsedTime(toldAt) >= Pause)
            Tell();
        return new Done();
    }

    public void Forget(Participant gone) => _figures.Remove(gone);

    private void Tell()
    {
        foreach (var person in _figures.Keys.Where(person => !Allows(person)).ToList())
            _figures.Remove(person);
        if (_figures.Count < FewestPeople || plugin.Worker is not { } worker)
            return;
        AuthorizedFlow? flow = null;
        foreach (var person in _figures.Keys)
            flow = Ask(person).Flow;
        worker.SendEvent(flow!.Value, new QualityChangedEvent(
            _figures.Count,
            Math.Round(MedianOf(figures => figures.RttMs)),
            Math.Round(MedianOf(figures => figures.LossPercent), 1),
            Math.Round(MedianOf(figures => figures.Kbps))));
        _figures.Clear();
        _toldAt = context.Time.GetTimestamp();
    }

    private double MedianOf(Func<QualityDelivery, double> figure)
    {
        var sorted = _figures.Values.Select(figure).Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }

    private bool Allows(Participant person) => 
        plugin.Gate.Flows.Declares(Capability.QualityStatsRead) && plugin.Gate.AllowsIn(DataCategory.RoomMeta, context.Subjects.SlotOf(person));

    private Decision Ask(Participant person) => context.Broker.Decide(
        plugin.Gate, FlowRequest.ToWorker(Capability.QualityStatsRead, DataCategory.RoomMeta, context.Subjects.SlotOf(person), 0));
}
