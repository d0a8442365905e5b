using PluginRoom.Host.Rooms;
using PluginRoom.Protocol.Client;
using Xunit;

namespace PluginRoom.Host.Tests.Signaling;

public sealed class RoomHubTests
{
    [Fact]
    public async Task Two_people_meet_and_exchange_sealed_messages()
    {
        await using var host = await RunningHost.Start();
        await using var ada = await Browser.Join(host, "room-1", "Ada");
        await using var ben = await Browser.Join(host, "room-1", "Ben");

        var joined = await ada.Hear<ParticipantView>(RoomEvents.ParticipantJoined);
        Assert.Equal(new ParticipantView(ben.Seat.Self, "Ben", ben.PublicKey, Away: false, Moderator: false), joined);
        Assert.Equal(["Ada", "Ben"], ben.Seat.Participants.Select(person => person.Name));

        var reply = await ben.Relay(ada, Browser.Sealed, "description");

        Assert.Null(reply.Error);
        Assert.Equal(new Relayed(ben.Seat.Self, "description", Browser.Sealed), await ada.Hear<Relayed>(RoomEvents.Relayed));
    }

    [Fact]
    public async Task Messages_from_one_person_arrive_in_the_order_in_which_they_were_sent()
    {
        await using var host = await RunningHost.Start();
        await using var ada = await Browser.Join(host, "room-1", "Ada");
        await using var ben = await Browser.Join(host, "room-1", "Ben");
        string[] sent = [.. Enumerable.Range(0, 100).Select(i => Browser.Sealed + i.ToString("D4", null))];

        await Task.WhenAll(sent.Select(content => ada.Relay(ben, content)));

        foreach (var content in sent)
            Assert.Equal(content, (await ben.Hear<Relayed>(RoomEvents.Relayed)).Sealed);
    }

    [Fact]
    public async Task Rooms_do_not_hear_each_other()
    {
        await using var host = await RunningHost.Start();
        await using var ada = await Browser.Join(host, "room-1", "Ada");
        await using var eve = await Browser.Join(host, "room-2", "Eve");

        Assert.Equal(["Eve"], eve.Seat.Participants.Select(person => person.Name));
        Assert.Equal("participant.unknown", (await eve.Relay(ada, Browser.Sealed)).Error?.Code);
        await eve.Call<Done>("Leave", new { });

        // Whatever had gone astray would have come before this.
        await using var ben = await Browser.Join(host, "room-1", "Ben");
        Assert.Equal("Ben", (await ada.Hear<ParticipantView>(RoomEvents.ParticipantJoined)).Name);
        Assert.False(ada.HasHeard(RoomEvents.ParticipantJoined));
        Assert.False(ada.HasHeard(RoomEvents.ParticipantLeft));
        Assert.False(ada.HasHeard(RoomEvents.Relayed));
    }

    [Fact]
    public async Task A_room_is_gone_with_its_last_person()
    {
        await using var host = await RunningHost.Start();
        await using var ada = await Browser.Join(host, "room-1", "Ada");
        var room = Assert.Single(host.Rooms.Rooms);

        await ada.Call<Done>("Leave", new { });

        Assert.Empty(host.Rooms.Rooms);
        await Assert.ThrowsAsync<RoomGoneException>(() => room.Run(() => 0));
        Assert.Equal("room.not-joined", (await ada.Call<Done>("Leave", new { })).Error?.Code);
        await ada.Join("room-1", "Ada");
        Assert.NotSame(room, Assert.Single(host.Rooms.Rooms));
    }

    [Fact]
    public async Task Nobody_joins_twice_on_one_connection()
    {
        await using var host = await RunningHost.Start();
        await using var ada = await Browser.Join(host, "room-1", "Ada");

        var again = await ada.Call<JoinReply>("Join", new JoinRequest("room-2", "Ada", ada.PublicKey, null));

        Assert.Equal("room.already-joined", again.Error?.Code);
        Assert.Single(host.Rooms.Rooms);
    }

    [Fact]
    public async Task When_many_come_at_once_exactly_as_many_get_in_as_there_are_seats()
    {
        await using var host = await RunningHost.Start();
        var browsers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Browser.Connect(host)));

        var replies = await Task.WhenAll(browsers.Select(browser =>
            browser.Call<JoinReply>("Join", new JoinRequest("room-1", "Someone", browser.PublicKey, null))));

        Assert.Equal(8, replies.Count(reply => reply.Value is not null));
        Assert.All(replies.Where(reply => reply.Value is null), reply => Assert.Equal("room.full", reply.Error?.Code));
        Assert.Equal(8, replies.Where(reply => reply.Value is not null).Max(reply => reply.Value!.Participants.Count));
        await Task.WhenAll(browsers.Select(browser => browser.DisposeAsync().AsTask()));
    }

    [Fact]
    public async Task A_storm_of_people_who_come_and_go_leaves_nothing_behind()
    {
        await using var host = await RunningHost.Start(new RoomSettings { MaxParticipants = 200 });
        var browsers = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Browser.Connect(host)));

        await Task.WhenAll(browsers.Select(async (browser, i) =>
        {
            for (var round = 0; round < 5; round++)
            {
                // Rooms close while others enter them.
                await browser.Join($"storm-{(i + round) % 100}", $"Person {i}");
                Assert.Null((await browser.Call<Done>("Leave", new { })).Error);
            }
        }));

        Assert.Empty(host.Rooms.Rooms);
        await Task.WhenAll(browsers.Select(browser => browser.DisposeAsync().AsTask()));
    }
}
