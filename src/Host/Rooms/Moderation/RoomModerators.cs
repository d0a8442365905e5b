using PluginRoom.Protocol.Client;

namespace PluginRoom.Host.Rooms.Moderation;

/// <summary>
/// Who may put people out and mute them. Whoever opens a room is its moderator; a moderator names others, and there is always one while
/// somebody is there. On the room's queue.
/// </summary>
public sealed class RoomModerators(Room room)
{
    public Outcome<Done> Name(Participant by, ModeratorRequest request) => IfModerator(by, request.Id, person =>
    {
        Make(person, moderator: true);
        return new Done();
    });

    public Outcome<Done> StepDown(Participant by)
    {
        if (!by.Moderator)
            return Refusals.ModeratorOnly;
        if (!room.Participants.Any(person => person.Moderator && person != by))
            return Refusals.ModeratorLast;
        Make(by, moderator: false);
        return new Done();
    }

    public Outcome<Done> Mute(Participant by, ModerationRequest request) =>
        IfModerator(by, request.Id, person => person == by ? Refusals.ModeratorSelf : Mute(by, person, null, null));

    public Outcome<Done> Remove(Participant by, ModerationRequest request) =>
        IfModerator(by, request.Id, person => person == by ? Refusals.ModeratorSelf : Remove(by, person, null, null));

    /// <param name="by">The moderator who decided it.</param>
    /// <param name="pluginName">The plugin that asked for it, or null.</param>
    internal Outcome<Done> Mute(Participant by, Participant person, string? pluginName, string? reason) =>
        // Whoever is away has no page that could mute, and is heard again only by a page that asks for their microphone.
        room.Send(person.Id, RoomEvents.MuteAsked, new MuteAsked(by.Name, pluginName, reason)) ? new Done() : Refusals.ParticipantUnknown;

    /// <inheritdoc cref="Mute(Participant, Participant, string?, string?)"/>
    internal Outcome<Done> Remove(Participant by, Participant person, string? pluginName, string? reason)
    {
        room.PutOut(person, new SeatEnded(by.Name, pluginName, reason));
        return new Done();
    }

    /// <summary>Who decides what a plugin wants done to this person: a moderator who is here, and not they themselves.</summary>
    internal Participant? DeciderAbout(string participantId) =>
        room.Participants.Where(person => person.Moderator && person.Id != participantId).OrderBy(person => person.Away).FirstOrDefault();

    /// <summary>Somebody's seat is free: when no moderator is left, whoever has been here longest becomes one, who is here now if anybody is.</summary>
    internal void Succeed()
    {
        if (!room.Participants.Any(person => person.Moderator) && room.Participants.OrderBy(person => person.Away).FirstOrDefault() is { } next)
            Make(next, moderator: true);
    }

    private void Make(Participant person, bool moderator)
    {
        if (person.Moderator == moderator)
            return;
        person.Moderator = moderator;
        room.Broadcast(RoomEvents.ParticipantChanged, person.ToView());
    }

    private Outcome<Done> IfModerator(Participant by, string id, Func<Participant, Outcome<Done>> then) =>
        !by.Moderator ? Refusals.ModeratorOnly
        : room.Find(id) is { } person ? then(person)
        : Refusals.ParticipantUnknown;
}
