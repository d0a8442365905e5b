namespace PluginRoom.Sdk.Testing;

/// <summary>A line that the plugin proposed to a person.</summary>
public sealed record ProposedLine(ParticipantId Person, string Text);

/// <summary>Lines in people's names, in small: the test answers for them.</summary>
internal sealed class FakeProposals(FakeRoom room)
{
    private const string Capability = "chat.sendAsUser";

    internal Task AskAsync(ParticipantId person, string text, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(person.Value, nameof(person));
        TextLimit.Check(text, IChat.MaxLength);
        return FakeGate.Answer(() => Ask(new(person, text)), cancellationToken);
    }

    private bool Ask(ProposedLine line)
    {
        room.Gate.Require(Capability);
        room.Gate.RequireSink(Capability, "room");
        if (room.People.All(each => each.Id != line.Person))
            throw new RoomCallException("participant.unknown", "Nobody in this room has that id.");
        room.Gate.Proposed.Add(line);
        if (room.AnswerProposal is not { } answer)
            throw new RoomCallException("question.unanswered", "The person did not answer in time.");
        if (!answer(line))
            throw new RoomCallException("question.declined", "The person said no.");
        // What the plugin received while the person read it counts as well.
        room.Gate.RequireSink(Capability, "room");
        room.Gate.SentAs.Add(line);
        return true;
    }
}
