using PluginRoom.Protocol.Worker;
using PluginRoom.Sdk;
using PluginRoom.Worker.Frames;

namespace PluginRoom.Worker.Room;

internal sealed class HostParticipants(DeclaredCapabilities gate, HostCalls calls) : IParticipants
{
    internal EventHandlers<Participant> Renamed { get; } = new();

    public async Task<IReadOnlyList<Participant>> ListAsync(CancellationToken cancellationToken)
    {
        var reply = (ParticipantList)await calls.AskAsync(new ListParticipantsCall(), cancellationToken).ConfigureAwait(false);
        var people = new Participant[reply.Participants.Count];
        for (var index = 0; index < people.Length; index++)
            people[index] = Person(reply.Participants[index]);
        return people;
    }

    public IDisposable OnRenamed(Func<Participant, CancellationToken, Task> handler)
    {
        gate.Require("participants.profile.read");
        return Renamed.Add(handler);
    }

    internal static Participant Person(WorkerParticipant person) => new(new(person.Id), person.Name);
}
