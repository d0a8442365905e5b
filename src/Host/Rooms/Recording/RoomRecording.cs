using PluginRoom.Host.Broker;
using PluginRoom.Host.Consent;
using PluginRoom.Host.Vocabulary;
using PluginRoom.Host.Rooms.Plugins;
using PluginRoom.Protocol.Client;
using PluginRoom.Protocol.Worker;

namespace PluginRoom.Host.Rooms.Recording;

/// <summary>
/// One recording that a person makes on their own device through a plugin. The host passes on who runs it and who allows it; the
/// media never come here. A yes counts for this recording only: when it ends, everybody is unasked again.
/// </summary>
internal sealed class RoomRecording
{
    private static readonly DataCategory[] Recorded = [DataCategory.ContentAudio, DataCategory.ContentVideo, DataCategory.ContentScreen];

    private readonly RoomPluginContext _context;
    private readonly HashSet<string> _allowed = [];
    private readonly string _id = Guid.NewGuid().ToString("N");
    private readonly long _startedAt;

    public RoomRecording(RoomPlugin plugin, RoomPluginContext context, Participant startedBy)
    {
        (Plugin, _context, StartedBy) = (plugin, context, startedBy);
        _startedAt = context.Time.GetUtcNow().ToUnixTimeMilliseconds();
        TellPlugin(new RecordingStartedEvent(_id, _startedAt));
    }

    /// <summary>A picture without its sound, or the other way round, is not what was asked for: one switched-off flow stops the whole.</summary>
    public static Refusal? SwitchedOff(RoomPlugin plugin, RoomPluginContext context, Participant by) =>
        FlowsOf(plugin).Where(plugin.Gate.Consents.IsOff).Select(flow => context.Broker.Decide(plugin.Gate, FlowRequest.Direct(
            Capability.RecordingWrite, plugin.Gate.Flows.Flows[flow].Category, context.Subjects.SlotOf(by), SinkName.Download)).Refusal).FirstOrDefault();

    public static IEnumerable<int> FlowsOf(RoomPlugin plugin) =>
        Recorded.Select(category => plugin.Gate.Flows.FlowTo(category, SinkName.Download)).Where(flow => flow >= 0);

    public RoomPlugin Plugin { get; }

    public Participant StartedBy { get; }

    public bool Is(string recordingId) => _id == recordingId;

    /// <summary>Whoever records sees all who may be recorded; everybody else sees whether they are one of them.</summary>
    public RecordingView ViewFor(Participant viewer) => new(
        _id,
        Plugin.Id,
        Plugin.Installed.Manifest.Name,
        StartedBy.Name,
        StartedBy.Id,
        _startedAt,
        [.. viewer == StartedBy ? _allowed : _allowed.Where(id => id == viewer.Id)]);

    /// <summary>Null: what the person chose now counts.</summary>
    public HubError? Answer(Participant participant, bool allow)
    {
        Choose(participant, allow ? ConsentChoice.Allow : ConsentChoice.Refuse);
        var refusal = allow ? Ask(participant) : null;
        if (allow && refusal is null)
            _allowed.Add(participant.Id);
        else
            _allowed.Remove(participant.Id);
        Broadcast();
        return refusal is null ? null : PluginRefusals.ForPage(refusal);
    }

    public void Forget(Participant participant)
    {
        if (_allowed.Remove(participant.Id))
            Broadcast();
    }

    public void Broadcast()
    {
        foreach (var participant in _context.Room.Participants)
            _context.Room.Send(participant.Id, RoomEvents.RecordingChanged, ViewFor(participant));
    }

    public void End(string reason)
    {
        foreach (var participant in _context.Room.Participants)
            Choose(participant, ConsentChoice.Unset);
        _context.Room.Broadcast(RoomEvents.RecordingEnded, new RecordingEnded(_id, reason));
        TellPlugin(new RecordingStoppedEvent(_id, _context.Time.GetUtcNow().ToUnixTimeMilliseconds()));
    }

    private Refusal? Ask(Participant participant)
    {
        foreach (var flow in FlowsOf(Plugin))
        {
            var request = FlowRequest.Direct(
                Capability.RecordingWrite, Plugin.Gate.Flows.Flows[flow].Category, _context.Subjects.SlotOf(participant), SinkName.Download);
            if (_context.Broker.Decide(Plugin.Gate, request).Refusal is { } refusal)
                return refusal;
        }

        return null;
    }

    private void Choose(Participant participant, ConsentChoice choice)
    {
        foreach (var flow in FlowsOf(Plugin))
            Plugin.Gate.Consents.Set(flow, _context.Subjects.SlotOf(participant), choice);
    }

    private void TellPlugin(WorkerEvent message)
    {
        var decision = _context.Broker.Decide(Plugin.Gate, FlowRequest.Use(Capability.RecordingWrite));
        if (decision.IsAllowed)
            Plugin.Worker?.SendEvent(decision.Flow, message);
    }
}
