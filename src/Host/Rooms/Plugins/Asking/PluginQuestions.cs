using PluginRoom.Host.Broker;
using PluginRoom.Host.Workers;
using PluginRoom.Protocol.Client;
using PluginRoom.Protocol.Worker;

namespace PluginRoom.Host.Rooms.Plugins.Asking;

/// <summary>
/// What plugins ask of single people in one room. Only the person who was asked can answer, once, and the gate decides twice: before
/// anything is shown, and when a yes is carried out. On the room's queue.
/// </summary>
internal sealed class PluginQuestions(Room room, CapabilityBroker broker, TimeProvider time)
{
    /// <summary>How long a person has for a yes or no.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static readonly HubError Over = new("question.over", "This question is over. If the plugin still needs an answer, it can ask again.");
    private static readonly HubError NeedsMore = new("question.files", "Choose the files and hand them over, or say no.");

    private readonly List<OpenQuestion> _open = [];
    private readonly Reluctance _reluctance = new(time);

    /// <param name="carryOut">Runs on the queue with the gate's second yes. Null: the person's page answers by more than a yes; see <see cref="CarryOut"/>.</param>
    /// <param name="processEnded">The worker that asks is gone, and with it the question.</param>
    public Task<WorkerReply> AskAsync(
        RoomPlugin plugin, QuestionDraft draft, Func<AuthorizedFlow, CarriedOut>? carryOut, CancellationToken processEnded)
    {
        if (plugin.IsStopped)
            return Task.FromResult(Withdrawn);
        if (plugin.Gate.Flows.Declares(draft.Flow.Capability) && !MayAsk(plugin.Id, draft.Asked))
            return Task.FromResult(Refused(broker.RefuseForLimit(plugin.Gate, draft.Flow)));
        if (broker.Decide(plugin.Gate, draft.Flow).Refusal is { } refusal)
            return Task.FromResult(Refused(refusal));

        var question = new OpenQuestion(plugin, draft, carryOut);
        _open.Add(question);
        question.Timer = time.CreateTimer(_ => room.Post(() => Expire(question)), null, draft.Patience, Timeout.InfiniteTimeSpan);
        question.OnEnd = processEnded.Register(() => room.Post(() => Withdraw(question)));
        Show(question);
        return question.Reply;
    }

    public Outcome<Done> Answer(Participant by, QuestionAnswer answer)
    {
        if (Find(by, answer.Id) is not { } question)
            return Over;
        if (answer.Allow)
            return question.CarryOut is { } carryOut ? CarryOut(question, carryOut) : NeedsMore;
        _reluctance.SaidNo(question.Plugin.Id, by.Id);
        Close(question, Failed("question.declined", "The person said no."));
        return new Done();
    }

    /// <summary>Null: this person is asked no such thing, or not any more.</summary>
    public OpenQuestion? Find(Participant by, string id) =>
        _open.Find(question => question.View.Id == id && question.Draft.Asked == by.Id);

    /// <summary>A yes, also one that brings something along: decided anew, carried out, and told to the worker and the page.</summary>
    public Outcome<Done> CarryOut(OpenQuestion question, Func<AuthorizedFlow, CarriedOut> carryOut)
    {
        _reluctance.SaidYes(question.Plugin.Id, question.Draft.Asked);
        // The worker may have seen more since it asked, and people may have changed their minds.
        var decision = broker.Decide(question.Plugin.Gate, question.Draft.Flow);
        var done = decision.Refusal is { } refusal
            ? new CarriedOut(Refused(refusal), PluginRefusals.ForPage(refusal))
            : carryOut(decision.Flow);
        Close(question, done.Reply);
        return done.Problem is { } problem ? problem : new Done();
    }

    /// <summary>Shows this person again what waits for them: their page may have lost it.</summary>
    public void ShowAgain(Participant participant)
    {
        foreach (var question in _open)
            if (question.Draft.Asked == participant.Id)
                Show(question);
    }

    /// <summary>The plugin stops or starts anew, so nobody waits for the answers.</summary>
    public void Withdraw(RoomPlugin plugin)
    {
        foreach (var question in _open.FindAll(question => question.Plugin == plugin))
            Withdraw(question);
    }

    private static WorkerReply Withdrawn => Failed("question.withdrawn", "The plugin stops or starts anew, so nobody is asked any more.");

    private bool MayAsk(string plugin, string person) =>
        !_reluctance.IsPausing(plugin, person)
        && !_open.Exists(question => question.Plugin.Id == plugin && question.Draft.Asked == person);

    private void Show(OpenQuestion question)
    {
        if (question.Draft.IsShown)
            room.Send(question.Draft.Asked, RoomEvents.PluginQuestion, question.View, Weight(question));
    }

    private void Expire(OpenQuestion question)
    {
        if (!_open.Contains(question))
            return;
        // Whoever does not answer is not to be kept busy either.
        _reluctance.SaidNo(question.Plugin.Id, question.Draft.Asked);
        TellGone(question);
        Close(question, Failed("question.unanswered", "The person did not answer in time."));
    }

    private void Withdraw(OpenQuestion question)
    {
        if (!_open.Contains(question))
            return;
        TellGone(question);
        Close(question, Withdrawn);
    }

    private void TellGone(OpenQuestion question) =>
        room.Send(question.Draft.Asked, RoomEvents.PluginQuestionGone, new PluginQuestionGone(question.View.Id));

    private void Close(OpenQuestion question, in WorkerReply reply)
    {
        _open.Remove(question);
        question.Dispose();
        question.Answer(reply);
    }

    private static int Weight(OpenQuestion question) => 512 + question.Draft.Text.Length;

    private static WorkerReply Refused(Refusal refusal) => WorkerReply.Refused(PluginRefusals.ForWorker(refusal));

    private static WorkerReply Failed(string code, string message) => WorkerReply.Failed(new CallFailed(code, message));
}
