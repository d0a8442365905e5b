using PluginRoom.Host.Broker;
using PluginRoom.Host.Vocabulary;
using PluginRoom.Host.Workers;
using PluginRoom.Protocol.Worker;

namespace PluginRoom.Host.Rooms.Plugins.Asking;

/// <summary>Answers what one plugin's worker wants a person to say yes to. Called on the room's queue, which does not wait for people.</summary>
internal sealed class AskCalls(RoomPlugin plugin, RoomPluginContext context)
{
    private const int MaxLineLength = 4_000;

    private readonly ModerationAsks _moderation = new(plugin, context);

    /// <param name="processEnded">Of the worker that asks.</param>
    public Task<WorkerReply> AnswerAsync(AskCall call, CancellationToken processEnded)
    {
        if (PersonOf(call.Person) is not { } person)
            return Task.FromResult(UnknownPerson(call));
        return call switch
        {
            SendAsUserCall line => SendAsync(person, line.Text, processEnded),
            ModerationCall moderation => _moderation.AnswerAsync(moderation, person, processEnded),
            PickFilesCall pick => plugin.Picked.AskAsync(person, pick, processEnded),
            _ => Failed("call.unknown", "This host does not know the call."),
        };
    }

    private Task<WorkerReply> SendAsync(string person, string text, CancellationToken processEnded)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > MaxLineLength)
            return Failed("text.length", $"The text has 1 to {MaxLineLength} characters, not {text.Length}.");
        var flow = FlowRequest.OutOfWorker(Capability.ChatSendAsUser, SinkName.Room, text.Length);
        // The person's own page has the line already, and sends it to the others' pages as it sends all others.
        return context.Questions.AskAsync(
            plugin, new(QuestionDraft.SendAsUser, person, flow) { Text = text }, _ => new(WorkerReply.Done), processEnded);
    }

    /// <summary>
    /// Participant id; null: nobody has or had that pseudonym. Somebody who left is asked as before and does not answer: a plugin that may
    /// not know who comes and goes must not learn it by asking.
    /// </summary>
    private string? PersonOf(string pseudonym) =>
        context.Subjects.ParticipantIds.FirstOrDefault(id => plugin.Pseudonyms.Of(id) == pseudonym);

    private WorkerReply UnknownPerson(AskCall call)
    {
        // Asked of the gate all the same, so that an undeclared attempt stands in the ledger.
        var decision = context.Broker.Decide(plugin.Gate, FlowRequest.Use(CapabilityOf(call)));
        return decision.Refusal is { } refusal
            ? WorkerReply.Refused(PluginRefusals.ForWorker(refusal))
            : WorkerReply.Failed(new CallFailed("participant.unknown", "Nobody who is or was in this room has that id."));
    }

    private static Capability CapabilityOf(AskCall call) => call switch
    {
        SendAsUserCall => Capability.ChatSendAsUser,
        ModerationCall moderation => ModerationAsks.CapabilityOf(moderation),
        PickFilesCall => Capability.FilesPick,
        _ => throw new InvalidOperationException($"{call.GetType().Name} belongs to no capability."),
    };

    private static Task<WorkerReply> Failed(string code, string message) =>
        Task.FromResult(WorkerReply.Failed(new CallFailed(code, message)));
}
