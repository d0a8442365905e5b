using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using PluginRoom.Host.Rooms;
using PluginRoom.Protocol.Client;
using Xunit;

namespace PluginRoom.Host.Tests.Signaling;

public sealed class SlowReaderTests
{
    [Fact]
    public async Task A_browser_that_does_not_read_loses_its_own_connection_and_holds_up_nobody()
    {
        await using var host = await RunningHost.Start(new RoomSettings { OutboxBytes = 1 << 20, RelayBurst = 10_000, ByteBurst = 1 << 30 });
        await using var ada = await Browser.Join(host, "room-1", "Ada");
        await using var ben = await Browser.Join(host, "room-1", "Ben");
        using var deaf = await JoinAndStopReading(host, "room-1");
        await ada.Hear<ParticipantView>(RoomEvents.ParticipantJoined);
        var id = (await ada.Hear<ParticipantView>(RoomEvents.ParticipantJoined)).Id;

        // Far more than sockets and outbox hold; each is answered at once whether or not anybody reads.
        var content = new string('A', 40_000);
        var sent = 0;
        while ((await ada.Relay(id, content, "description")).Error is null && sent < 2_000)
            sent++;

        Assert.InRange(sent, 25, 1_999);
        var away = await ada.Hear<ParticipantView>(RoomEvents.ParticipantChanged);
        Assert.True(away is { Away: true } && away.Id == id);
        Assert.Null((await ada.Relay(ben, Browser.Sealed)).Error);
    }

    private static async Task<ClientWebSocket> JoinAndStopReading(RunningHost host, string room)
    {
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(new UriBuilder(new Uri(host.Address, "/hubs/room")) { Scheme = "ws" }.Uri, default);
        await Send(socket, """{"protocol":"json","version":1}""");
        var join = JsonSerializer.Serialize(new JoinRequest(room, "Deaf", Browser.NewKey(), null), Browser.Json);
        await Send(socket, $$"""{"type":1,"invocationId":"1","target":"Join","arguments":[{{join}}]}""");
        return socket;
    }

    private static Task Send(ClientWebSocket socket, string message) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(message + '\u001e'), WebSocketMessageType.Text, endOfMessage: true, default);
}
