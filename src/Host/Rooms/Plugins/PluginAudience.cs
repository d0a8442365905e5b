using PluginRoom.Host.Broker;
using PluginRoom.Host.Vocabulary;
using PluginRoom.Host.Workers;
using PluginRoom.Protocol.Client;
using PluginRoom.Protocol.Worker;

namespace PluginRoom.Host.Rooms.Plugins;

/// <summary>Whom one plugin may know: tells its worker and its frames who is here, as far as each person allows it.</summary>
internal sealed class PluginAudience(RoomPlugin plugin, RoomPluginContext context)
{
    private readonly HashSet<(string Participant, DataCategory Category)> _shown = [];
    private readonly Dictionary<string, string?> _announced = [];

    /// <summary>Call after anything that changes who is here or what they allow.</summary>
    public void Refresh()
    {
        TellWorker();
        var people = People();
        foreach (var participant in context.Room.Participants)
            if (!participant.Away)
                context.Room.Send(participant.Id, RoomEvents.PluginPeople, For(participant, people));
    }

    /// <summary>For the frame in this person's browser. Their own pseudonym is always told to them.</summary>
    public PluginPeople PeopleFor(Participant participant) => For(participant, People());

    /// <summary>For the worker; what is given here is in its label from now on.</summary>
    public List<WorkerParticipant> Listed()
    {
        var listed = new List<WorkerParticipant>();
        foreach (var participant in context.Room.Participants)
            if (Give(Capability.ParticipantsList, DataCategory.IdentityPseudonym, participant))
                listed.Add(new(plugin.Pseudonyms.Of(participant.Id), NameForWorker(participant)));
        return listed;
    }

    public void ForgetWorker() => _announced.Clear();

    /// <summary>Frames start anew: whom they are shown is decided, and written down, again.</summary>
    public void ForgetFrames() => _shown.Clear();

    private void TellWorker()
    {
        if (plugin.Worker is not { State: WorkerRunning } worker || !plugin.Gate.Flows.Declares(Capability.PresenceSubscribe))
            return;
        foreach (var gone in _announced.Keys.Where(id => context.Room.Find(id) is not { } here || !Allows(DataCategory.BehaviourPresence, here)).ToList())
            Retract(worker, gone);
        foreach (var participant in context.Room.Participants)
            Announce(worker, participant);
    }

    private void Announce(ISupervisedWorker worker, Participant participant)
    {
        var known = _announced.TryGetValue(participant.Id, out var toldName);
        if (!known && !Allows(DataCategory.BehaviourPresence, participant))
            return;
        // Asked of the gate only when it is told: the ledger must not say that a name went out again when nothing was sent.
        if (known && toldName == (MayGive(Capability.ParticipantsProfileRead, DataCategory.IdentityProfile, participant) ? participant.Name : null))
            return;
        var name = NameForWorker(participant);
        var decision = Decide(Capability.PresenceSubscribe, DataCategory.BehaviourPresence, participant);
        if (!decision.IsAllowed)
            return;
        var pseudonym = plugin.Pseudonyms.Of(participant.Id);
        _announced[participant.Id] = name;
        worker.SendEvent(decision.Flow, known
            ? new ParticipantRenamedEvent(pseudonym, name)
            : new ParticipantJoinedEvent(new WorkerParticipant(pseudonym, name)));
    }

    private void Retract(ISupervisedWorker worker, string participantId)
    {
        _announced.Remove(participantId);
        var decision = context.Broker.Decide(plugin.Gate, FlowRequest.Use(Capability.PresenceSubscribe));
        worker.SendEvent(decision.Flow, new ParticipantLeftEvent(plugin.Pseudonyms.Of(participantId)));
    }

    private string? NameForWorker(Participant participant) =>
        Give(Capability.ParticipantsProfileRead, DataCategory.IdentityProfile, participant) ? participant.Name : null;

    /// <summary>Asks the gate only where the answer can be yes: whoever has not allowed it is left out without a word.</summary>
    private bool Give(Capability capability, DataCategory category, Participant participant) =>
        MayGive(capability, category, participant) && Decide(capability, category, participant).IsAllowed;

    private bool MayGive(Capability capability, DataCategory category, Participant participant) =>
        plugin.Gate.Flows.Declares(capability) && Allows(category, participant);

    private bool Allows(DataCategory category, Participant participant) =>
        plugin.Gate.AllowsIn(category, context.Subjects.SlotOf(participant));

    private Decision Decide(Capability capability, DataCategory category, Participant participant) =>
        context.Broker.Decide(plugin.Gate, FlowRequest.ToWorker(capability, category, context.Subjects.SlotOf(participant), 0));

    private IReadOnlyList<PluginPerson> People() => [.. context.Room.Participants.Where(IsShown).Select(Person)];

    private PluginPeople For(Participant participant, IReadOnlyList<PluginPerson> people) =>
        new(plugin.Id, plugin.Pseudonyms.Of(participant.Id), people);

    private PluginPerson Person(Participant participant) => new(
        participant.Id,
        plugin.Pseudonyms.Of(participant.Id),
        Show(Capability.ParticipantsProfileRead, DataCategory.IdentityProfile, participant) ? participant.Name : null);

    // Input carries its sender's pseudonym, so whoever lets their input be seen is known by it.
    private bool IsShown(Participant participant) =>
        Show(Capability.ParticipantsList, DataCategory.IdentityPseudonym, participant)
        | (plugin.UiCapability is { } ui && Show(ui, DataCategory.PluginInput, participant));

    /// <summary>The gate decides, and the ledger says, once: when a person's data starts to be shown in frames.</summary>
    private bool Show(Capability capability, DataCategory category, Participant participant)
    {
        var flow = plugin.Gate.Flows.FlowTo(category, SinkName.Ui);
        var subject = context.Subjects.SlotOf(participant);
        if (flow < 0 || !plugin.Gate.Flows.Declares(capability)
            || !plugin.Gate.Consents.Allows(flow, subject) || !plugin.Gate.AllowsIn(category, subject))
        {
            _shown.Remove((participant.Id, category));
            return false;
        }

        if (_shown.Contains((participant.Id, category)))
            return true;
        return context.Broker.Decide(plugin.Gate, FlowRequest.Direct(capability, category, subject, SinkName.Ui)).IsAllowed
            && _shown.Add((participant.Id, category));
    }
}
