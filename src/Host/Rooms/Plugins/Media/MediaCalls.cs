using PluginRoom.Host.Broker;
using PluginRoom.Host.Consent;
using PluginRoom.Host.Vocabulary;
using PluginRoom.Host.Workers;
using PluginRoom.Protocol.Worker;

namespace PluginRoom.Host.Rooms.Plugins.Media;

/// <summary>
/// Answers what a worker asks of people's media. This host has no media peer, so after the gate every answer is a refusal or that; no page
/// is told to send anything. On the room's queue.
/// </summary>
internal sealed class MediaCalls(RoomPlugin plugin, RoomPluginContext context)
{
    private static readonly Dictionary<string, (Capability Capability, DataCategory Category)> Kinds = new(StringComparer.Ordinal)
    {
        ["audio"] = (Capability.MediaAudioReceive, DataCategory.ContentAudio),
        ["video"] = (Capability.MediaVideoReceive, DataCategory.ContentVideo),
        ["screen"] = (Capability.MediaScreenReceive, DataCategory.ContentScreen),
    };

    private static readonly WorkerReply UnknownKind = WorkerReply.Failed(
        new CallFailed("media.kind", "There are the kinds \"audio\", \"video\" and \"screen\"."));

    private static readonly WorkerReply NoPeer = WorkerReply.Failed(
        new CallFailed("media.no-peer", "There is no media peer on this host, so plugins can neither receive nor send media here."));

    public WorkerReply Receive(ReceiveMediaCall call)
    {
        if (!Kinds.TryGetValue(call.Kind, out var kind))
            return UnknownKind;
        // Before anybody is looked for: an undeclared attempt stands in the ledger, and learns nothing of who is here.
        if (!plugin.Gate.Flows.Declares(kind.Capability))
            return Answer(context.Broker.Decide(plugin.Gate, FlowRequest.Use(kind.Capability)).Refusal!);
        if (context.Room.Participants.FirstOrDefault(person => plugin.Pseudonyms.Of(person.Id) == call.Person) is not { } from)
            return WorkerReply.Failed(new CallFailed("participant.unknown", "Nobody who is in this room has that id."));
        var refusal = context.Broker.DecideUnavailable(
            plugin.Gate, FlowRequest.ToWorker(kind.Capability, kind.Category, context.Subjects.SlotOf(from), 0));
        if (refusal.Verdict == Verdict.Unavailable)
            UseUp(kind.Category, from);
        return Answer(refusal);
    }

    public WorkerReply Publish(PublishMediaCall call) => Kinds.ContainsKey(call.Kind)
        ? Answer(context.Broker.DecideUnavailable(plugin.Gate, FlowRequest.OutOfWorker(Capability.MediaPublish, SinkName.Room, 0)))
        : UnknownKind;

    /// <summary>A yes counts once: whoever said it is asked again before the next stream. Recordings keep their own.</summary>
    private void UseUp(DataCategory category, Participant from)
    {
        var flows = plugin.Gate.Flows.Flows;
        for (var flow = 0; flow < flows.Count; flow++)
            if (flows[flow].Category == category && flows[flow].Sink != SinkName.Download)
                plugin.Gate.Consents.Set(flow, context.Subjects.SlotOf(from), ConsentChoice.Unset);
        context.Room.Send(from.Id, RoomEvents.ConsentChanged, PluginConsents.ViewOf(plugin, context, from));
    }

    private static WorkerReply Answer(Refusal refusal) =>
        refusal.Verdict == Verdict.Unavailable ? NoPeer : WorkerReply.Refused(PluginRefusals.ForWorker(refusal));
}
