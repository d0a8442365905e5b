using PluginRoom.Host.Vocabulary;
using PluginRoom.Protocol.Client;
using PluginRoom.Protocol.Worker;

namespace PluginRoom.Host.Rooms.Plugins.Deliveries;

/// <summary>Who speaks, as far as one plugin's process was told.</summary>
internal sealed class SpeakingTurns(RoomPlugin plugin, RoomPluginContext context)
{
    private readonly HashSet<string> _speaking = [];

    public Outcome<Done> Tell(Participant from, bool speaking)
    {
        // Only a change is told: somebody who never ceases to begin says nothing new.
        if (_speaking.Contains(from.Id) == speaking)
            return plugin.Gate.AllowsIn(DataCategory.BehaviourSpeaking, context.Subjects.SlotOf(from)) ? new Done() : Ask(from, speaking);
        var outcome = Ask(from, speaking);
        if (outcome.Error is null && speaking)
            _speaking.Add(from.Id);
        else
            _speaking.Remove(from.Id);
        return outcome;
    }

    /// <summary>Their page can say it no more, so that no turn goes on for ever. Nothing is told of somebody who no longer allows it.</summary>
    public void End(Participant gone)
    {
        if (_speaking.Remove(gone.Id) && plugin.Gate.AllowsIn(DataCategory.BehaviourSpeaking, context.Subjects.SlotOf(gone)))
            Ask(gone, speaking: false);
    }

    public void ForgetWorker() => _speaking.Clear();

    private Outcome<Done> Ask(Participant from, bool speaking) => plugin.Deliveries.Deliver(
        from,
        new Delivery(Capability.SpeakingRead, DataCategory.BehaviourSpeaking, 1, (pseudonym, at) => new SpeakingChangedEvent(pseudonym, speaking, at)));
}
