namespace PluginRoom.Sdk.Testing;

/// <summary>Media on a host without a media peer, which every host is so far: what passes the gate fails with <c>media.no-peer</c>.</summary>
internal sealed class FakeMedia(FakeRoom room) : IMedia
{
    public Task ReceiveAsync(ParticipantId person, MediaKind kind, CancellationToken cancellationToken) => FakeGate.Answer<bool>(() =>
    {
        var name = kind.ToString().ToLowerInvariant();
        var capability = $"media.{name}.receive";
        room.Gate.Require(capability);
        var from = room.People.FirstOrDefault(each => each.Id == person)
            ?? throw new RoomCallException("participant.unknown", "Nobody who is in this room has that id.");
        if (!from.Allows($"content.{name}"))
            throw new CapabilityDeniedException(capability, "not-consented", $"The person concerned has not allowed {capability} to read their content.{name}.", null);
        throw NoPeer();
    }, cancellationToken);

    public Task PublishAsync(MediaKind kind, CancellationToken cancellationToken) => FakeGate.Answer<bool>(() =>
    {
        room.Gate.Require("media.publish");
        room.Gate.RequireSink("media.publish", "room");
        throw NoPeer();
    }, cancellationToken);

    private static RoomCallException NoPeer() => new("media.no-peer", "There is no media peer on this host.");
}
