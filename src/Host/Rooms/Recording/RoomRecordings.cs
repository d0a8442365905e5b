using PluginRoom.Host.Broker;
using PluginRoom.Host.Vocabulary;
using PluginRoom.Host.Rooms.Plugins;
using PluginRoom.Protocol.Client;

namespace PluginRoom.Host.Rooms.Recording;

/// <summary>The one recording that may run in a room at a time, and what ends it. On the room's queue.</summary>
internal sealed class RoomRecordings(RoomPluginContext context)
{
    private RoomRecording? _running;

    public RecordingView? ViewFor(Participant participant) => _running?.ViewFor(participant);

    public Outcome<RecordingView> Start(RoomPlugin plugin, Participant by)
    {
        if (_running is not null)
            return PluginRefusals.RecordingRunning;
        var decision = context.Broker.Decide(plugin.Gate, FlowRequest.Use(Capability.RecordingWrite, SinkName.Download));
        if (decision.Refusal is { } refusal)
            return PluginRefusals.ForPage(refusal);
        if (RoomRecording.SwitchedOff(plugin, context, by) is { } off)
            return PluginRefusals.ForPage(off);
        _running = new RoomRecording(plugin, context, by);
        _running.Broadcast();
        return _running.ViewFor(by);
    }

    public Outcome<Done> Answer(Participant participant, RecordingAnswer answer)
    {
        if (_running is not { } recording || !recording.Is(answer.RecordingId))
            return PluginRefusals.RecordingUnknown;
        return recording.Answer(participant, answer.Allow) is { } error ? error : new Done();
    }

    public Outcome<Done> Stop(Participant participant, RecordingStop stop)
    {
        if (_running is not { } recording || !recording.Is(stop.RecordingId))
            return PluginRefusals.RecordingUnknown;
        if (recording.StartedBy != participant)
            return PluginRefusals.NotYours;
        End($"{participant.Name} stopped it.");
        return new Done();
    }

    public void Left(Participant participant)
    {
        if (_running?.StartedBy == participant)
            End($"{participant.Name} left.");
        else
            _running?.Forget(participant);
    }

    /// <summary>A page that was reloaded has lost what it recorded; what others allowed stays as they said it.</summary>
    public void Reloaded(Participant participant)
    {
        if (_running?.StartedBy == participant)
            End($"{participant.Name} reloaded the page.");
    }

    public void PluginGone(RoomPlugin plugin)
    {
        if (_running?.Plugin == plugin)
            End($"{plugin.Installed.Manifest.Name} is no longer in the room.");
    }

    /// <summary>The room switches off what some of its flows are for.</summary>
    /// <param name="flows">Bits by flow index.</param>
    public void PurposeOff(RoomPlugin plugin, ulong flows, string reason)
    {
        if (_running?.Plugin == plugin && RoomRecording.FlowsOf(plugin).Any(flow => (flows >> flow & 1) != 0))
            End(reason);
    }

    private void End(string reason)
    {
        var recording = _running;
        _running = null;
        recording?.End(reason);
    }
}
