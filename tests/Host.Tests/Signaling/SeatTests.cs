using PluginRoom.Host.Rooms;
using PluginRoom.Host.Tests.Rooms;
using PluginRoom.Protocol.Client;
using Xunit;

namespace PluginRoom.Host.Tests.Signaling;

public sealed class SeatTests
{
    private readonly FakeTime _time = new();

    [Fact]
    public async Task A_dropped_socket_keeps_its_seat_and_takes_it_back_with_nothing_to_rebuild()
    {
        await using var host = await RunningHost.Start(time: _time);
        await using var ada = await Browser.Join(host, "room-1", "Ada");
        var ben = await Browser.Join(host, "room-1", "Ben");
        await ben.DisposeAsync();
        var away = await ada.Hear<ParticipantView>(RoomEvents.ParticipantChanged);
        Assert.Equal(new ParticipantView(ben.Seat.Self, "Ben", ben.PublicKey, Away: true, Moderator: false), away);
        Assert.Equal("participant.unknown", (await ada.Relay(ben, Browser.Sealed)).Error?.Code);

        _time.Advance(TimeSpan.FromSeconds(ben.Seat.SeatHoldSeconds - 1));
        await using var again = await Browser.Connect(host);
        again.PublicKey = ben.PublicKey;
        var seat = await again.Join("room-1", "Ben", ben.Seat.ResumeToken);

        Assert.Equal(ben.Seat.Self, seat.Self);
        Assert.Equal(ben.Seat.ResumeToken, seat.ResumeToken);
        Assert.Equal(new ParticipantView(seat.Self, "Ben", ben.PublicKey, Away: false, Moderator: false), await ada.Hear<ParticipantView>(RoomEvents.ParticipantChanged));

        // The hold that had begun must not end the seat that was taken back.
        _time.Advance(TimeSpan.FromSeconds(seat.SeatHoldSeconds * 2));
        Assert.Null((await ada.Relay(again, Browser.Sealed)).Error);
        Assert.False(ada.HasHeard(RoomEvents.ParticipantLeft));
    }

    [Fact]
    public async Task A_seat_that_nobody_takes_back_is_free_after_the_stated_time()
    {
        await using var host = await RunningHost.Start(time: _time);
        await using var ada = await Browser.Join(host, "room-1", "Ada");
        var ben = await Browser.Join(host, "room-1", "Ben");
        await ben.DisposeAsync();
        await ada.Hear<ParticipantView>(RoomEvents.ParticipantChanged);

        _time.Advance(TimeSpan.FromSeconds(ben.Seat.SeatHoldSeconds));

        Assert.Equal(ben.Seat.Self, (await ada.Hear<ParticipantGone>(RoomEvents.ParticipantLeft)).Id);
        await using var late = await Browser.Connect(host);
        var seat = await late.Join("room-1", "Ben", ben.Seat.ResumeToken);
        Assert.NotEqual(ben.Seat.Self, seat.Self);
        Assert.NotEqual(ben.Seat.ResumeToken, seat.ResumeToken);
    }

    [Fact]
    public async Task A_reloaded_page_has_its_seat_back_and_the_others_know_to_build_anew()
    {
        await using var host = await RunningHost.Start(time: _time);
        await using var ada = await Browser.Join(host, "room-1", "Ada");
        await using var ben = await Browser.Join(host, "room-1", "Ben");
        await using var reloaded = await Browser.Connect(host);

        var seat = await reloaded.Join("room-1", "Benjamin", ben.Seat.ResumeToken);

        Assert.Equal(ben.Seat.Self, seat.Self);
        Assert.Equal(
            new ParticipantView(seat.Self, "Benjamin", reloaded.PublicKey, Away: false, Moderator: false),
            await ada.Hear<ParticipantView>(RoomEvents.ParticipantRenewed));
    }

    [Fact]
    public async Task The_tab_whose_seat_is_taken_over_is_told_why_and_closed()
    {
        await using var host = await RunningHost.Start(time: _time);
        await using var first = await Browser.Join(host, "room-1", "Ada");
        await using var second = await Browser.Connect(host);

        await second.Join("room-1", "Ada", first.Seat.ResumeToken);

        Assert.NotEmpty((await first.Hear<SeatTaken>(RoomEvents.SeatTaken)).Message);
        await first.Closed;
        Assert.False(Assert.Single(host.Rooms.Rooms).Find(second.Seat.Self)!.Away);
    }

    [Theory]
    [InlineData("")]
    [InlineData("guess")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_wrong_token_gets_a_seat_of_its_own_and_nobody_elses(string token)
    {
        await using var host = await RunningHost.Start(time: _time);
        await using var ada = await Browser.Join(host, "room-1", "Ada");
        await using var thief = await Browser.Connect(host);

        var seat = await thief.Join("room-1", "Ada", token);

        Assert.NotEqual(ada.Seat.Self, seat.Self);
        Assert.Equal(seat.Self, (await ada.Hear<ParticipantView>(RoomEvents.ParticipantJoined)).Id);
        Assert.False(ada.HasHeard(RoomEvents.SeatTaken));
        Assert.Null((await thief.Relay(ada, Browser.Sealed)).Error);
    }

    [Fact]
    public async Task A_room_whose_people_all_dropped_waits_for_them_and_then_goes()
    {
        await using var host = await RunningHost.Start(time: _time);
        var ada = await Browser.Join(host, "room-1", "Ada");
        var room = Assert.Single(host.Rooms.Rooms);
        await ada.DisposeAsync();
        while (!await room.Run(() => room.Participants.All(person => person.Away)))
            await Task.Yield();
        Assert.Single(host.Rooms.Rooms);

        _time.Advance(TimeSpan.FromSeconds(ada.Seat.SeatHoldSeconds));

        // The expiry is queued before this, so either it has closed the room or this fails.
        await Assert.ThrowsAsync<RoomGoneException>(async () =>
        {
            await room.Run(() => 0);
            await room.Run(() => 0);
        });
        Assert.Empty(host.Rooms.Rooms);
    }

    [Fact]
    public async Task A_socket_that_takes_no_seat_is_closed()
    {
        await using var host = await RunningHost.Start(time: _time);
        await using var idle = await Browser.Connect(host);
        // The host counts from the connection's first moment, which is over when it answers.
        Assert.Equal("room.not-joined", (await idle.Call<Done>("Leave", new { })).Error?.Code);
        await using var seated = await Browser.Join(host, "room-1", "Ada");

        _time.Advance(TimeSpan.FromSeconds(30));

        await idle.Closed;
        Assert.Null((await seated.Call<Done>("Leave", new { })).Error);
    }
}
