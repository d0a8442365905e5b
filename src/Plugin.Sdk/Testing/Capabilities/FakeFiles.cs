namespace PluginRoom.Sdk.Testing;

/// <summary>Files in small: the test hands them over.</summary>
internal sealed class FakeFiles(FakeRoom room) : IFiles
{
    private const string Capability = "files.pick";
    private const string Category = "content.file";

    public Task<IReadOnlyList<PickedFile>> PickAsync(ParticipantId person, FileRequest request, CancellationToken cancellationToken)
    {
        TextLimit.Check(person, request);
        return FakeGate.Answer(() => Pick(person, request), cancellationToken);
    }

    private IReadOnlyList<PickedFile> Pick(ParticipantId id, FileRequest request)
    {
        room.Gate.Require(Capability);
        if (room.People.FirstOrDefault(each => each.Id == id) is not { } person)
            throw new RoomCallException("participant.unknown", "Nobody in this room has that id.");
        if (!person.Allows(Category))
        {
            room.Gate.Denied.Add(Capability);
            throw new CapabilityDeniedException(Capability, "not-consented", $"The person concerned has not allowed {Capability} to read their {Category}.", null);
        }

        if (room.HandFiles is not { } hand)
            throw new RoomCallException("question.unanswered", "The person did not answer in time.");
        if (hand(person, request) is not { } files)
            throw new RoomCallException("question.declined", "The person said no.");
        if (files.Count == 0 || files.Count > request.MaxFiles || files.Any(file => file.Content.IsEmpty || file.Content.Length > request.MaxBytes))
            throw new InvalidOperationException("The test hands over files that were not asked for; the page would not let a person do that.");
        room.Gate.See(Category, id);
        return files;
    }
}
