using PluginRoom.Sdk;

namespace PluginRoom.TestPlugins.Probe.Parts;

internal sealed class PeoplePart : ProbePart
{
    internal override void Add(IRoom room, Orders orders)
    {
        orders.On("participants.list", async (_, cancellation) =>
            string.Join(',', (await room.Participants.ListAsync(cancellation)).Select(person => person.Name ?? "somebody").Order(StringComparer.Ordinal)));
        orders.Listen("participants.profile.read", say => room.Participants.OnRenamed((person, _) => Said(say, person.Name ?? "nobody")));
        orders.Listen("presence.subscribe", say =>
        {
            var (joined, left) = (
                room.Presence.OnJoined((person, _) => Said(say, $"joined {person.Name ?? "somebody"}")),
                room.Presence.OnLeft((_, _) => Said(say, "left")));
            return new Both(joined, left);
        });
    }

    private sealed class Both(IDisposable one, IDisposable other) : IDisposable
    {
        public void Dispose()
        {
            one.Dispose();
            other.Dispose();
        }
    }
}
