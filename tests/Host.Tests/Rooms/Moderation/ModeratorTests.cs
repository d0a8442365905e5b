using PluginRoom.Host.Rooms;
using PluginRoom.Host.Tests.Signaling;
using PluginRoom.Protocol.Client;
using Xunit;

namespace PluginRoom.Host.Tests.Rooms.Moderation;

public sealed class ModeratorTests
{
    private const string Room = "moderated";

    private readonly FakeTime _time = new();

    [Fact]
    public async Task Whoever_opens_a_room_is_its_moderator_and_names_others()
    {
        await using var host = await RunningHost.Start();
        await using var ada = await Browser.Join(host, Room, "Ada");
        await using var ben = await Browser.Join(host, Room, "Ben");
        Assert.Equal([true, false], ben.Seat.Participants.Select(person => person.Moderator));

        Assert.Equal("moderator.only", (await Name(ben, ben)).Error?.Code);
        Assert.Null((await Name(ada, ben)).Error);

        var changed = await ada.Hear<ParticipantView>(RoomEvents.ParticipantChanged);
        Assert.Equal((ben.Seat.Self, true), (changed.Id, changed.Moderator));
        Assert.Null((await Name(ben, ben)).Error);
        Assert.Equal("participant.unknown", (await ben.Call<Done>("NameModerator", new ModeratorRequest("nobody"))).Error?.Code);
    }

    [Fact]
    public async Task The_last_moderator_cannot_step_down_but_can_leave_and_who_has_been_there_longest_follows()
    {
        await using var host = await RunningHost.Start();
        await using var ada = await Browser.Join(host, Room, "Ada");
        await using var ben = await Browser.Join(host, Room, "Ben");
        await using var cem = await Browser.Join(host, Room, "Cem");

        Assert.Equal("moderator.last", (await ada.Call<Done>("StepDown", new { })).Error?.Code);
        Assert.Equal("moderator.only", (await ben.Call<Done>("StepDown", new { })).Error?.Code);
        await ada.Call<Done>("Leave", new { });

        var next = await cem.Hear<ParticipantView>(RoomEvents.ParticipantChanged);
        Assert.Equal((ben.Seat.Self, true), (next.Id, next.Moderator));
    }

    [Fact]
    public async Task Nobody_follows_while_another_moderator_is_there()
    {
        await using var host = await RunningHost.Start();
        await using var ada = await Browser.Join(host, Room, "Ada");
        await using var ben = await Browser.Join(host, Room, "Ben");
        await using var cem = await Browser.Join(host, Room, "Cem");
        await Name(ada, cem);
        await ben.Hear<ParticipantView>(RoomEvents.ParticipantChanged);

        await ada.Call<Done>("Leave", new { });
        await ben.Hear<ParticipantGone>(RoomEvents.ParticipantLeft);
        // Answered after everything that the leaving set off.
        await ben.Call<Done>("NameModerator", new ModeratorRequest(ben.Seat.Self));

        Assert.False(ben.HasHeard(RoomEvents.ParticipantChanged));
    }

    [Fact]
    public async Task A_seat_that_is_held_keeps_its_role_and_somebody_present_follows_before_somebody_away()
    {
        await using var host = await RunningHost.Start(time: _time);
        var ada = await Browser.Join(host, Room, "Ada");
        var ben = await Browser.Join(host, Room, "Ben");
        await using var cem = await Browser.Join(host, Room, "Cem");
        await ada.DisposeAsync();
        Assert.Equal(ada.Seat.Self, (await Changed(cem, view => view is { Away: true, Moderator: true })).Id);
        _time.Advance(TimeSpan.FromSeconds(ada.Seat.SeatHoldSeconds - 1));
        await ben.DisposeAsync();
        await Changed(cem, view => view.Away && view.Id == ben.Seat.Self);

        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(cem.Seat.Self, (await Changed(cem, view => view.Moderator)).Id);
    }

    [Fact]
    public async Task By_hand_a_moderator_mutes_others_and_nobody_else_does()
    {
        await using var host = await RunningHost.Start();
        await using var ada = await Browser.Join(host, Room, "Ada");
        await using var ben = await Browser.Join(host, Room, "Ben");

        Assert.Equal("moderator.only", (await Moderate(ben, "MuteParticipant", ada)).Error?.Code);
        Assert.Equal("moderator.self", (await Moderate(ada, "MuteParticipant", ada)).Error?.Code);
        Assert.Null((await Moderate(ada, "MuteParticipant", ben)).Error);

        Assert.Equal(new MuteAsked("Ada", null, null), await ben.Hear<MuteAsked>(RoomEvents.MuteAsked));
        Assert.False(ada.HasHeard(RoomEvents.MuteAsked));
    }

    [Fact]
    public async Task Whoever_was_put_out_is_told_by_whom_and_that_page_does_not_come_back()
    {
        await using var host = await RunningHost.Start();
        await using var ada = await Browser.Join(host, Room, "Ada");
        await using var ben = await Browser.Join(host, Room, "Ben");
        Assert.Equal("moderator.only", (await Moderate(ben, "RemoveParticipant", ada)).Error?.Code);
        Assert.Equal("moderator.self", (await Moderate(ada, "RemoveParticipant", ada)).Error?.Code);

        Assert.Null((await Moderate(ada, "RemoveParticipant", ben)).Error);

        Assert.Equal(new SeatEnded("Ada", null, null), await ben.Hear<SeatEnded>(RoomEvents.SeatEnded));
        await ben.Closed;
        Assert.Equal(ben.Seat.Self, (await ada.Hear<ParticipantGone>(RoomEvents.ParticipantLeft)).Id);
        Assert.Equal("participant.unknown", (await Moderate(ada, "RemoveParticipant", ben)).Error?.Code);
        foreach (var (key, token) in new[] { (ben.PublicKey, ben.Seat.ResumeToken), (Browser.NewKey(), ben.Seat.ResumeToken), (ben.PublicKey, null) })
        {
            await using var again = await Browser.Connect(host);
            var refused = await again.Call<JoinReply>("Join", new JoinRequest(Room, "Ben", key, token));
            Assert.Equal("seat.removed", refused.Error?.Code);
        }

        // The link is no secret from Ben: whoever opens it anew comes as somebody new, and everybody sees them come.
        await using var anew = await Browser.Join(host, Room, "Ben");
        Assert.NotEqual(ben.Seat.Self, anew.Seat.Self);
    }

    [Fact]
    public async Task A_seat_whose_person_is_away_is_ended_too()
    {
        await using var host = await RunningHost.Start(time: _time);
        await using var ada = await Browser.Join(host, Room, "Ada");
        var ben = await Browser.Join(host, Room, "Ben");
        await ben.DisposeAsync();
        await ada.Hear<ParticipantView>(RoomEvents.ParticipantChanged);

        Assert.Equal("participant.unknown", (await Moderate(ada, "MuteParticipant", ben)).Error?.Code);
        Assert.Null((await Moderate(ada, "RemoveParticipant", ben)).Error);

        await using var back = await Browser.Connect(host);
        var refused = await back.Call<JoinReply>("Join", new JoinRequest(Room, "Ben", ben.PublicKey, ben.Seat.ResumeToken));
        Assert.Equal("seat.removed", refused.Error?.Code);
    }

    private static Task<HubReply<Done>> Name(Browser by, Browser person) =>
        by.Call<Done>("NameModerator", new ModeratorRequest(person.Seat.Self));

    private static Task<HubReply<Done>> Moderate(Browser by, string method, Browser person) =>
        by.Call<Done>(method, new ModerationRequest(person.Seat.Self));

    /// <summary>Reads on until somebody's view is as asked.</summary>
    private static async Task<ParticipantView> Changed(Browser witness, Func<ParticipantView, bool> wanted)
    {
        while (true)
        {
            var view = await witness.Hear<ParticipantView>(RoomEvents.ParticipantChanged);
            if (wanted(view))
                return view;
        }
    }
}
