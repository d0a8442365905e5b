namespace PluginRoom.Sdk.Testing;

/// <summary>Something that the plugin asked a moderator for.</summary>
/// <param name="Action"><c>mute</c> or <c>remove</c>.</param>
public sealed record AskedModeration(string Action, ParticipantId Person, string Reason);

/// <summary>Moderation in small: the test is the moderator.</summary>
internal sealed class FakeModeration(FakeRoom room) : IModeration
{
    public Task MuteAsync(ParticipantId person, string reason, CancellationToken cancellationToken) =>
        AskAsync("moderation.mute", new("mute", person, reason), _ => Task.CompletedTask, cancellationToken);

    public Task RemoveAsync(ParticipantId person, string reason, CancellationToken cancellationToken) =>
        AskAsync("moderation.remove", new("remove", person, reason), room.LeaveAsync, cancellationToken);

    private async Task AskAsync(string capability, AskedModeration asked, Func<FakePerson, Task> carryOut, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(asked.Person.Value, "person");
        TextLimit.Check(asked.Reason, IModeration.MaxReasonLength);
        cancellationToken.ThrowIfCancellationRequested();
        room.Gate.Require(capability);
        room.Gate.RequireSink(capability, "room");
        if (room.People.FirstOrDefault(each => each.Id == asked.Person && each.AllowsAnything) is not { } person)
            throw new RoomCallException("question.unanswered", "Nobody is asked about somebody who is gone or allows this plugin nothing.");
        room.Gate.AskedModeration.Add(asked);
        if (room.Moderate is not { } decide)
            throw new RoomCallException("question.unanswered", "No moderator answered.");
        if (!decide(asked))
            throw new RoomCallException("question.declined", "The moderator said no.");
        await carryOut(person).ConfigureAwait(false);
    }
}
