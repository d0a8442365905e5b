using PluginRoom.Sdk;
using PluginRoom.Worker.Frames;

namespace PluginRoom.Worker.Room;

internal sealed class HostUserStorage(HostCalls calls) : IUserStorage
{
    public IKeyValueStore Of(ParticipantId person)
    {
        ArgumentException.ThrowIfNullOrEmpty(person.Value, nameof(person));
        return new HostStorage(calls, person.Value);
    }
}
