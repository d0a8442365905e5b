using PluginRoom.Host.Rooms;
using PluginRoom.Protocol.Client;
using Xunit;

namespace PluginRoom.Host.Tests.Signaling;

public sealed class RoomHubTests
{
    /// <summary>40 characters of base64url, the length of a nonce and a tag and two bytes.</summary>
    private const string Sealed = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    [Fact]
    public async Task Two_people_meet_and_exchange_sealed_messages()
    {
        await using var host = await RunningHost.Start();
        await using var ada = await Browser.Join(host, "room-1", "Ada");
        await using var ben = await Browser.Join(host, "room-1", "Ben");

        var joined = await ada.Hear<ParticipantView>(RoomEvents.ParticipantJoined);
        Assert.Equal(new ParticipantView(ben.Seat.Self, "Ben", ben.PublicKey, Away: false), joined);
        Assert.Equal(["Ada", "Ben"], ben.Seat.Participants.Select(person => person.Name));

        var reply = await ben.Relay(ada, Sealed, "description");

        Assert.Null(reply.Error);
        Assert.Equal(new Relayed(ben.Seat.Self, "description", Sealed), await ada.Hear<Relayed>(RoomEvents.Relayed));
    }
}
