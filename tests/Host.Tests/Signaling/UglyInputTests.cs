using System.Net.WebSockets;
using System.Text;
using PluginRoom.Protocol.Client;
using Xunit;

namespace PluginRoom.Host.Tests.Signaling;

/// <summary>Whatever one browser sends, it gets a typed error or loses its own connection, and nobody else notices.</summary>
public sealed class UglyInputTests
{
    [Theory]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("\"Ada\"")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"room":"room-1","name":"Ada","publicKey":"x"}""")]
    [InlineData("""{"room":"room-1","name":null,"publicKey":"x","resumeToken":null}""")]
    [InlineData("""{"room":1,"name":"Ada","publicKey":"x","resumeToken":null}""")]
    [InlineData("""{"room":"room-1","name":"Ada","publicKey":"x","resumeToken":null,"admin":true}""")]
    [InlineData("""{"room":"room-1","room":"room-2","name":"Ada","publicKey":"x","resumeToken":null}""")]
    [InlineData("""{"Room":"room-1","Name":"Ada","PublicKey":"x","ResumeToken":null}""")]
    [InlineData("""{"room":"room-1","name":"\ud800","publicKey":"x","resumeToken":null}""")]
    [InlineData("""{"room":{"a":[[[[[[[[[[1]]]]]]]]]]},"name":"Ada","publicKey":"x","resumeToken":null}""")]
    public async Task What_is_no_join_is_malformed(string json) => Assert.Equal("message.malformed", await CodeOf("Join", json));

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[1,2,[3]]")]
    [InlineData("""{"to":{"a":1},"kind":"candidate","sealed":"AAAA"}""")]
    [InlineData("""{"to":"x","kind":"rollback","sealed":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}""")]
    [InlineData("""{"to":"x","kind":"candidate","sealed":[1,2,3]}""")]
    [InlineData("""{"to":"x","kind":"candidate","sealed":"AAAA"}""")]
    [InlineData("""{"to":"x","kind":"candidate","sealed":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}""")]
    [InlineData("""{"to":"x","kind":"candidate","sealed":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="}""")]
    [InlineData("""{"to":"x","kind":"candidate","sealed":"v=0\r\no=- 1 1 IN IP4 10.0.0.1 AAAAAAAAAAAAAAAAAAAAAA"}""")]
    [InlineData("""{"to":"x","kind":"candidate","sealed":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA","extra":1}""")]
    [InlineData("""{"to":"x","to":"y","kind":"candidate","sealed":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}""")]
    public async Task What_is_no_relay_is_malformed(string json) => Assert.Equal("message.malformed", await CodeOf("Relay", json));

    [Theory]
    [InlineData("description", 43_691, null)]
    [InlineData("description", 43_692, "message.too-large")]
    [InlineData("candidate", 5_462, null)]
    [InlineData("candidate", 5_463, "message.too-large")]
    [InlineData("candidate", 300_000, "message.too-large")]
    public async Task A_sealed_message_has_a_largest_size(string kind, int length, string? code)
    {
        await using var host = await RunningHost.Start();
        await using var ada = await Browser.Join(host, "room-1", "Ada");
        await using var ben = await Browser.Join(host, "room-1", "Ben");

        var reply = await ada.Relay(ben, new string('A', length), kind);

        Assert.Equal(code, reply.Error?.Code);
    }

    [Theory]
    [InlineData("ab", "room.name")]
    [InlineData("Room-1", "room.name")]
    [InlineData("../etc", "room.name")]
    [InlineData("room 1", "room.name")]
    [InlineData("röom", "room.name")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "room.name")]
    [InlineData("abc", null)]
    public async Task Room_names_are_those_of_links(string room, string? code)
    {
        await using var host = await RunningHost.Start();
        await using var browser = await Browser.Connect(host);

        var reply = await browser.Call<JoinReply>("Join", new JoinRequest(room, "Ada", browser.PublicKey, null));

        Assert.Equal(code, reply.Error?.Code);
    }

    [Fact]
    public async Task A_key_that_is_no_point_on_the_curve_is_refused()
    {
        await using var host = await RunningHost.Start();
        await using var browser = await Browser.Connect(host);
        var offCurve = System.Buffers.Text.Base64Url.EncodeToString([4, .. new byte[63], 1]);
        foreach (var key in (string[])["", "x", Browser.Sealed, offCurve, browser.PublicKey + "A", new string('A', 87)])
        {
            var reply = await browser.Call<JoinReply>("Join", new JoinRequest("room-1", "Ada", key, null));
            Assert.Equal("participant.key", reply.Error?.Code);
        }
    }

    [Fact]
    public async Task A_flood_is_answered_with_rate_errors_and_the_call_goes_on()
    {
        await using var host = await RunningHost.Start();
        await using var ada = await Browser.Join(host, "room-1", "Ada");
        await using var ben = await Browser.Join(host, "room-1", "Ben");

        var replies = await Task.WhenAll(Enumerable.Range(0, 1_000).Select(_ => ada.Relay(ben, Browser.Sealed)));

        Assert.Contains(replies, reply => reply.Error is null);
        Assert.Contains(replies, reply => reply.Error?.Code == "message.rate");
        Assert.Null((await ben.Relay(ada, Browser.Sealed)).Error);
    }

    [Theory]
    [InlineData("Nonsense")]
    [InlineData("OnDisconnectedAsync")]
    [InlineData("Dispose")]
    public async Task A_method_that_is_none_is_refused_and_the_connection_goes_on(string method)
    {
        await using var host = await RunningHost.Start();
        await using var ada = await Browser.Join(host, "room-1", "Ada");

        await Assert.ThrowsAnyAsync<Exception>(() => ada.CallRaw(method, new { }));
        await Assert.ThrowsAnyAsync<Exception>(() => ada.CallRaw("Leave", 1, 2, 3));

        Assert.Null((await ada.Call<Done>("Leave", new { })).Error);
    }

    public static TheoryData<string> Junk() =>
    [
        "\0\u0001\u0002\u001e", "{\u001e", "null\u001e", "{\"type\":1,\"target\":\"Join\",\"arguments\":" + new string('[', 100_000) + "\u001e",
        "{\"type\":1,\"target\":\"Relay\",\"arguments\":[{\"sealed\":\"\xff" + "\u001e", new string('x', 1_000_000),
    ];

    [Theory]
    [MemberData(nameof(Junk))]
    public async Task Junk_ends_the_connection_that_sent_it_and_no_other(string junk)
    {
        await using var host = await RunningHost.Start();
        await using var ada = await Browser.Join(host, "room-1", "Ada");
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new UriBuilder(new Uri(host.Address, "/hubs/room")) { Scheme = "ws" }.Uri, TestContext.Current.CancellationToken);
        await Send(socket, "{\"protocol\":\"json\",\"version\":1}\u001e", WebSocketMessageType.Text);

        await Send(socket, junk, WebSocketMessageType.Binary);

        await EndOf(socket);
        Assert.Null((await ada.Call<Done>("Leave", new { })).Error);
    }

    private static async Task<string?> CodeOf(string method, string json)
    {
        await using var host = await RunningHost.Start();
        await using var ada = await Browser.Join(host, "room-1", "Ada");
        await using var ugly = await Browser.Join(host, "room-1", "Ugly");

        // Written as it is: a serializer would refuse to send some of it.
        var reply = await ugly.CallText(method, json);

        Assert.Null((await ugly.Relay(ada, Browser.Sealed)).Error);
        return reply.GetProperty("error").GetProperty("code").GetString();
    }

    private static async Task Send(ClientWebSocket socket, string text, WebSocketMessageType type)
    {
        try
        {
            await socket.SendAsync(Encoding.Latin1.GetBytes(text), type, endOfMessage: true, default);
        }
        catch (WebSocketException)
        {
            // Too much of it: cut before it was all sent.
        }
    }

    private static async Task EndOf(ClientWebSocket socket)
    {
        using var deadline = new CancellationTokenSource(Browser.Deadline);
        try
        {
            while ((await socket.ReceiveAsync(new byte[4096], deadline.Token)).MessageType != WebSocketMessageType.Close)
            {
            }
        }
        catch (WebSocketException)
        {
            // Cut without a goodbye.
        }
    }
}
