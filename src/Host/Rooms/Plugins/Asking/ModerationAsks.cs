using PluginRoom.Host.Broker;
using PluginRoom.Host.Rooms.Moderation;
using PluginRoom.Host.Vocabulary;
using PluginRoom.Host.Workers;
using PluginRoom.Protocol.Worker;

namespace PluginRoom.Host.Rooms.Plugins.Asking;

/// <summary>
/// A plugin wants somebody muted or put out: a moderator says yes or no, each time, and nobody about themselves. Whoever allows the plugin
/// nothing cannot be named by it at all, so refusing puts nobody out. On the room's queue.
/// </summary>
internal sealed class ModerationAsks(RoomPlugin plugin, RoomPluginContext context)
{
    private const int MaxReasonLength = 200;

    private static readonly CarriedOut Void =
        new(WorkerReply.Failed(new CallFailed("question.declined", "It was not carried out.")), Refusals.ParticipantUnknown);

    private RoomModerators Moderators => context.Room.Moderators;

    /// <param name="id">Participant id of somebody who is or was here.</param>
    public Task<WorkerReply> AnswerAsync(ModerationCall call, string id, CancellationToken processEnded)
    {
        if (string.IsNullOrWhiteSpace(call.Reason) || call.Reason.Length > MaxReasonLength)
        {
            var problem = $"The reason has 1 to {MaxReasonLength} characters, not {call.Reason.Length}.";
            return Task.FromResult(WorkerReply.Failed(new CallFailed("text.length", problem)));
        }

        var decider = Moderators.DeciderAbout(id);
        var draft = new QuestionDraft(
            call is MuteCall ? QuestionDraft.Mute : QuestionDraft.Remove,
            decider?.Id ?? string.Empty,
            FlowRequest.OutOfWorker(CapabilityOf(call), SinkName.Room, call.Reason.Length))
        {
            Text = call.Reason,
            About = id,
            IsShown = decider is not null && MayName(id) is not null,
        };
        return context.Questions.AskAsync(plugin, draft, _ => CarryOut(call, draft), processEnded);
    }

    public static Capability CapabilityOf(ModerationCall call) =>
        call is MuteCall ? Capability.ModerationMute : Capability.ModerationRemove;

    private CarriedOut CarryOut(ModerationCall call, QuestionDraft draft)
    {
        // All of it may have changed while the question was open.
        if (context.Room.Find(draft.Asked) is not { Moderator: true } by)
            return Void with { Problem = Refusals.ModeratorOnly };
        if (MayName(draft.About!) is not { } person)
            return Void;
        var name = plugin.Installed.Manifest.Name;
        var outcome = call is MuteCall ? Moderators.Mute(by, person, name, call.Reason) : Moderators.Remove(by, person, name, call.Reason);
        return outcome.Error is { } error ? Void with { Problem = error } : new CarriedOut(WorkerReply.Done);
    }

    /// <summary>Null for somebody who left, and for somebody who lets this plugin have nothing of theirs.</summary>
    private Participant? MayName(string id)
    {
        if (context.Room.Find(id) is not { } person)
            return null;
        var slot = context.Subjects.SlotOf(person);
        return Enumerable.Range(0, plugin.Gate.Flows.Flows.Count).Any(flow => plugin.Gate.Consents.Allows(flow, slot)) ? person : null;
    }
}
